package pl.kujawskopomorskie.ngo.consultations.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk reads before announcing a consultation.
 *
 * @param consultation to be announced
 * @param missing what keeps it from being announced, by field of its notice
 * @param documents how many stand beside the draft
 * @param reportDueOn last day for the report, or null while there is no term
 */
record AnnouncePage(
        Consultation consultation,
        FormErrors missing,
        int documents,
        @Nullable LocalDate reportDueOn) {

    static AnnouncePage of(Consultation consultation, FormErrors missing, int documents, int daysForTheReport) {
        Instant closesAt = consultation.closesAt();
        return new AnnouncePage(
                consultation,
                missing,
                documents,
                closesAt == null ? null : OfficeTime.day(closesAt.minusNanos(1)).plusDays(daysForTheReport));
    }

    /** Whether the draft still has to be read in. */
    public boolean withoutDraft() {
        return missing.at(FormErrors.WHOLE_FORM) != null;
    }
}
