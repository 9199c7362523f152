package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReport;

/** What a clerk typed into the forms of a report. */
@Introspected
@Serdeable
record ReportForm(
        @Nullable String introduction,
        @Nullable String afterword,
        @Nullable String revision,
        @Nullable String action,
        @Nullable String correction,
        @Nullable String hiddenWords,
        @Nullable String hideReason) {

    static ReportForm of(@Nullable ConsultationReport report) {
        return new ReportForm(
                report == null ? "" : report.introduction(),
                report == null ? "" : report.afterword(),
                Integer.toString(report == null ? -1 : report.revision()),
                "",
                "",
                "",
                "");
    }

    /** The revision of the report that the page showed; what is no number was never shown. */
    int revisionNumber() {
        return revision != null && revision.matches("-1|[0-9]{1,9}") ? Integer.parseInt(revision) : -2;
    }

    /** The same, to be sent again on top of what somebody else wrote meanwhile. */
    ReportForm onTopOf(ReportForm now) {
        return new ReportForm(
                introduction == null ? now.introduction : introduction,
                afterword == null ? now.afterword : afterword,
                now.revision,
                action,
                correction,
                hiddenWords,
                hideReason);
    }
}
