package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * One consultation as the office sees it: what is done, what is next.
 *
 * @param overview its head and counts
 * @param consultation all that its notice states
 * @param versions all of them, the first first
 * @param documents beside the draft
 * @param mayRun whether the reader may change anything
 * @param form as typed
 * @param errors in it
 */
record DeskConsultationPage(
        ConsultationOverview overview,
        Consultation consultation,
        List<DraftVersion> versions,
        List<Consultations.Document> documents,
        boolean mayRun,
        LifeForm form,
        FormErrors errors) {

    /** Whether it is not announced yet. */
    public boolean drafted() {
        return overview.state() == ConsultationState.DRAFTED;
    }

    /** Whether its term can be made longer. */
    public boolean extensible() {
        return mayRun
                && (overview.state() == ConsultationState.ANNOUNCED || overview.state() == ConsultationState.OPEN);
    }

    /** Whether it can be cancelled. */
    public boolean cancellable() {
        return mayRun
                && switch (overview.state()) {
                    case ANNOUNCED, OPEN, CLOSED, ANSWERED -> true;
                    case DRAFTED, REPORTED, ADOPTED, CANCELLED -> false;
                };
    }

    /** Whether the act that came of it can be recorded. */
    public boolean actExpected() {
        return mayRun && overview.state() == ConsultationState.REPORTED;
    }

    /** Whether another version can be read in. */
    public boolean versionsWelcome() {
        return mayRun
                && switch (overview.state()) {
                    case DRAFTED, ANNOUNCED, OPEN, CLOSED, ANSWERED -> true;
                    case REPORTED, ADOPTED, CANCELLED -> false;
                };
    }
}
