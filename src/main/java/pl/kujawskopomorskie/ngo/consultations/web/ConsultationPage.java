package pl.kujawskopomorskie.ngo.consultations.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The page of one consultation.
 *
 * @param overview its head and counts
 * @param consultation all that the notice states
 * @param summary in plain words, paragraph by paragraph
 * @param channels how remarks may be sent
 * @param versions published ones, the newest first
 * @param extensions of the term, the first first
 * @param documents beside the draft
 * @param meetings events that are meetings of it
 * @param timeline its life, step by step
 * @param office whether the reader works in the office
 */
record ConsultationPage(
        ConsultationOverview overview,
        Consultation consultation,
        List<String> summary,
        List<Channel> channels,
        List<DraftVersion> versions,
        List<Consultations.Extension> extensions,
        List<Consultations.Document> documents,
        List<EventOverview> meetings,
        List<Step> timeline,
        boolean office) {

    static ConsultationPage from(
            ConsultationOverview overview,
            Consultation consultation,
            List<DraftVersion> versions,
            List<Consultations.Extension> extensions,
            List<Consultations.Document> documents,
            List<EventOverview> meetings,
            boolean office) {
        return new ConsultationPage(
                overview,
                consultation,
                Arrays.stream(consultation.summary().split("\\R\\s*\\R")).toList(),
                consultation.channelSet().stream().sorted().toList(),
                versions.stream()
                        .filter(version -> version.publishedAt() != null)
                        .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                        .toList(),
                extensions,
                documents,
                meetings,
                timeline(overview, consultation),
                office);
    }

    /** Whether remarks are accepted now. */
    public boolean open() {
        return overview.state() == ConsultationState.OPEN;
    }

    /** Whether answers are what readers look for now. */
    public boolean answering() {
        return overview.state() == ConsultationState.CLOSED || overview.state() == ConsultationState.ANSWERED;
    }

    /** Whether the report is public. */
    public boolean reported() {
        return overview.state() == ConsultationState.REPORTED || overview.state() == ConsultationState.ADOPTED;
    }

    private static List<Step> timeline(ConsultationOverview overview, Consultation consultation) {
        var steps = new ArrayList<Step>();
        var state = overview.state();
        if (state == ConsultationState.CANCELLED) {
            steps.add(Step.on("announced", Progress.DONE, consultation.announcedAt()));
            steps.add(Step.on("cancelled", Progress.NOW, consultation.cancelledAt()));
            return steps;
        }
        steps.add(Step.on(
                "announced",
                at(state, ConsultationState.DRAFTED, ConsultationState.ANNOUNCED),
                consultation.announcedAt()));
        steps.add(new Step(
                "open",
                at(state, ConsultationState.ANNOUNCED, ConsultationState.OPEN),
                overview.opensAt(),
                overview.closesAt(),
                null));
        steps.add(Step.on(
                "closed",
                at(state, ConsultationState.OPEN, ConsultationState.CLOSED, ConsultationState.ANSWERED),
                null));
        steps.add(new Step(
                "reported",
                at(state, ConsultationState.ANSWERED, ConsultationState.REPORTED),
                overview.reportedAt(),
                null,
                overview.reportedAt() == null ? consultation.reportDueOn() : null));
        var adoptedOn = consultation.actAdoptedOn();
        steps.add(Step.on(
                "adopted",
                at(state, ConsultationState.REPORTED, ConsultationState.ADOPTED),
                adoptedOn == null ? null : OfficeTime.startOf(adoptedOn)));
        return steps;
    }

    // A step is being taken in its own states, to come in those up to "before", and behind in all later ones.
    private static Progress at(ConsultationState state, ConsultationState before, ConsultationState... during) {
        if (Arrays.asList(during).contains(state)) {
            return Progress.NOW;
        }
        return state.compareTo(before) <= 0 ? Progress.TO_COME : Progress.DONE;
    }

    /** How far a step is. */
    enum Progress {
        DONE,
        NOW,
        TO_COME
    }

    /**
     * One step of a consultation's life.
     *
     * @param name part of its text's key
     * @param progress how far it is
     * @param at when it was or begins, or null when that is not known
     * @param until first moment after it, or null when it has no end of its own
     * @param due last day for it, or null
     */
    record Step(
            String name,
            Progress progress,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable LocalDate due) {

        static Step on(String name, Progress progress, @Nullable Instant at) {
            return new Step(name, progress, at, null, null);
        }
    }
}
