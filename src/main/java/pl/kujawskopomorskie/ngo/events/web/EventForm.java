package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventEntry;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** What a clerk types of an event. The last day of registration without a time counts to its end. */
@Introspected
@Serdeable
record EventForm(
        @Nullable String kind,
        @Nullable String edition,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String description,
        @Nullable String organiser,
        @Nullable String venue,
        @Nullable String onLocalLaw,
        @Nullable String forBothSectors,
        @Nullable String forCompetence,
        @Nullable String opensOn,
        @Nullable String opensTime,
        @Nullable String closesOn,
        @Nullable String closesTime,
        @Nullable String peoplePerRegistration,
        @Nullable String holdMinutes,
        @Nullable String offerHours,
        @Nullable String needsKeptDays,
        @Nullable String travelRefund,
        @Nullable String privacyClause,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String consultation,
        @Nullable String revision) {

    /** An empty form, with what most events have in common filled in. */
    static EventForm fresh(String privacyClause) {
        return new EventForm(
                EventKind.TRAINING.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "5",
                "120",
                "48",
                "14",
                "",
                privacyClause,
                "",
                "",
                "",
                "",
                "0");
    }

    /** The form of an event that is there already. */
    static EventForm of(Event event) {
        var closesAt = event.registrationClosesAt();
        var wholeDay =
                closesAt != null && OfficeTime.wallClock(closesAt).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new EventForm(
                event.kind().name(),
                event.edition() == null ? "" : event.edition().toString(),
                event.title(),
                event.summary(),
                event.description(),
                event.organiser(),
                event.venue(),
                Boolean.toString(event.onLocalLaw()),
                Boolean.toString(event.forBothSectors()),
                Boolean.toString(event.forCompetence()),
                TypedMoment.dayOf(event.registrationOpensAt()),
                TypedMoment.timeOf(event.registrationOpensAt()),
                TypedMoment.dayOf(closesAt != null && wholeDay ? closesAt.minusNanos(1) : closesAt),
                wholeDay ? "" : TypedMoment.timeOf(closesAt),
                Integer.toString(event.peoplePerRegistration()),
                Integer.toString(event.holdMinutes()),
                Integer.toString(event.offerHours()),
                Integer.toString(event.needsKeptDays()),
                Boolean.toString(event.travelRefund()),
                event.privacyClause(),
                event.contactName(),
                event.contactEmail(),
                event.contactPhone(),
                event.consultationId() == null ? "" : event.consultationId().toString(),
                Integer.toString(event.revision()));
    }

    /**
     * What the form states.
     *
     * @param consultations keys that may be chosen
     */
    Read read(Set<Long> consultations) {
        var opens = TypedMoment.of("opensOn", opensOn, "opensTime", opensTime, LocalTime.MIDNIGHT);
        var closes = closes();
        var linked = number(consultation);
        return new Read(
                opens.errors()
                        .and(closes.errors())
                        .unless(linked <= 0 || consultations.contains((long) linked), "consultation", "forms.choose"),
                new EventEntry(
                        chosenKind(),
                        Typed.line(edition).isEmpty() ? null : number(edition),
                        Typed.line(title),
                        Typed.text(summary),
                        Typed.text(description),
                        Typed.line(organiser),
                        Typed.line(venue),
                        ticked(onLocalLaw),
                        ticked(forBothSectors),
                        ticked(forCompetence),
                        Typed.line(contactName),
                        Typed.line(contactEmail),
                        Typed.line(contactPhone),
                        opens.moment(),
                        closes.moment(),
                        number(peoplePerRegistration),
                        number(holdMinutes),
                        number(offerHours),
                        number(needsKeptDays),
                        ticked(travelRefund),
                        Typed.text(privacyClause),
                        linked > 0 ? Long.valueOf(linked) : null));
    }

    private TypedMoment closes() {
        var typed = TypedMoment.of("closesOn", closesOn, "closesTime", closesTime, LocalTime.MIDNIGHT);
        Instant moment = typed.moment();
        return moment == null || !Typed.line(closesTime).isEmpty()
                ? typed
                : new TypedMoment(OfficeTime.endOf(OfficeTime.day(moment)), typed.errors());
    }

    /** The revision that the form was filled in on. */
    int revisionNumber() {
        return number(revision);
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    EventForm over(Event saved) {
        return new EventForm(
                kind,
                edition,
                title,
                summary,
                description,
                organiser,
                venue,
                onLocalLaw,
                forBothSectors,
                forCompetence,
                opensOn,
                opensTime,
                closesOn,
                closesTime,
                peoplePerRegistration,
                holdMinutes,
                offerHours,
                needsKeptDays,
                travelRefund,
                privacyClause,
                contactName,
                contactEmail,
                contactPhone,
                consultation,
                Integer.toString(saved.revision()));
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(EventForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.form.title", saved.title, title);
        Difference.of(found, "events.form.kind", saved.kind, kind, "events.kind.");
        Difference.of(found, "events.form.edition", saved.edition, edition);
        Difference.of(found, "events.form.summary", saved.summary, summary);
        Difference.of(found, "events.form.description", saved.description, description);
        Difference.of(found, "events.form.organiser", saved.organiser, organiser);
        Difference.of(found, "events.form.venue", saved.venue, venue);
        Difference.ofBox(found, "events.form.onLocalLaw", saved.onLocalLaw, onLocalLaw);
        Difference.ofBox(found, "events.form.forBothSectors", saved.forBothSectors, forBothSectors);
        Difference.ofBox(found, "events.form.forCompetence", saved.forCompetence, forCompetence);
        Difference.of(found, "events.form.opensOn", both(saved.opensOn, saved.opensTime), both(opensOn, opensTime));
        Difference.of(
                found, "events.form.closesOn", both(saved.closesOn, saved.closesTime), both(closesOn, closesTime));
        Difference.of(found, "events.form.people", saved.peoplePerRegistration, peoplePerRegistration);
        Difference.of(found, "events.form.hold", saved.holdMinutes, holdMinutes);
        Difference.of(found, "events.form.offer", saved.offerHours, offerHours);
        Difference.of(found, "events.form.needsKept", saved.needsKeptDays, needsKeptDays);
        Difference.ofBox(found, "events.form.travelRefund", saved.travelRefund, travelRefund);
        Difference.of(found, "events.form.privacy", saved.privacyClause, privacyClause);
        Difference.of(found, "events.form.contactName", saved.contactName, contactName);
        Difference.of(found, "events.form.contactEmail", saved.contactEmail, contactEmail);
        Difference.of(found, "events.form.contactPhone", saved.contactPhone, contactPhone);
        Difference.of(found, "events.form.consultation", saved.consultation, consultation);
        return found;
    }

    static String both(@Nullable String day, @Nullable String time) {
        return (Typed.line(day) + " " + Typed.line(time)).strip();
    }

    /** A number as typed, -1 for what is none. */
    static int number(@Nullable String typed) {
        var digits = Typed.line(typed);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    static boolean ticked(@Nullable String box) {
        return "true".equals(box);
    }

    private EventKind chosenKind() {
        return Arrays.stream(EventKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(EventKind.OTHER);
    }

    /**
     * What a form was read as.
     *
     * @param errors in the form itself
     * @param entry as far as it could be read
     */
    record Read(FormErrors errors, EventEntry entry) {}
}
