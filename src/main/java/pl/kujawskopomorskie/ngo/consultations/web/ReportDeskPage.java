package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReport;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The report on the office's desk: prepared, published, corrected.
 *
 * @param overview of the consultation
 * @param report as it is kept, or null
 * @param corrections appended to it
 * @param unanswered remarks without an approved answer
 * @param inReview answers that wait for a reviewer
 * @param mayRun whether the reader may change anything
 * @param form as typed
 * @param errors in it
 */
record ReportDeskPage(
        ConsultationOverview overview,
        @Nullable ConsultationReport report,
        List<ConsultationReports.Correction> corrections,
        int unanswered,
        int inReview,
        boolean mayRun,
        ReportForm form,
        FormErrors errors) {

    /** Whether it is published. */
    public boolean published() {
        return report != null && report.publishedAt() != null;
    }

    /** Whether the reader may hide words of what is public already. */
    public boolean mayHide() {
        return mayRun && overview.state() != ConsultationState.DRAFTED;
    }

    /** Whether it could be published now. */
    public boolean ready() {
        return overview.state() == ConsultationState.ANSWERED;
    }

    /** Whether the term runs or has not begun. */
    public boolean tooEarly() {
        return switch (overview.state()) {
            case DRAFTED, ANNOUNCED, OPEN -> true;
            case CLOSED, ANSWERED, REPORTED, ADOPTED, CANCELLED -> false;
        };
    }

    /** Whether it was cancelled, so that there will be no report. */
    public boolean cancelled() {
        return overview.state() == ConsultationState.CANCELLED;
    }
}
