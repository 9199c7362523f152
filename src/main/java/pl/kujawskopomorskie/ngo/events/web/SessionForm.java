package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.SessionEntry;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.events.Speaker;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/** What a clerk types of a session. Speakers are one a line, their name first, then a semicolon and what they are. */
@Introspected
@Serdeable
record SessionForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String startsOn,
        @Nullable String startsTime,
        @Nullable String endsOn,
        @Nullable String endsTime,
        @Nullable String room,
        @Nullable String placesOnSite,
        @Nullable String placesOnline,
        @Nullable String streamUrl,
        @Nullable String speakers,
        @Nullable String revision,
        @Nullable String accepted) {

    /** An empty form; the day is that of the session before. */
    static SessionForm fresh(@Nullable Session before) {
        return new SessionForm(
                SessionKind.PANEL.name(),
                "",
                "",
                before == null ? "" : TypedMoment.dayOf(before.startsAt()),
                before == null ? "" : TypedMoment.timeOf(before.endsAt()),
                "",
                "",
                before == null ? "" : before.room(),
                "0",
                "0",
                "",
                "",
                "0",
                "");
    }

    /** The form of a session that is there already. */
    static SessionForm of(Session session, List<Speaker> speakers) {
        var startsOn = TypedMoment.dayOf(session.startsAt());
        var endsOn = TypedMoment.dayOf(session.endsAt());
        return new SessionForm(
                session.kind().name(),
                session.title(),
                session.description(),
                startsOn,
                TypedMoment.timeOf(session.startsAt()),
                endsOn.equals(startsOn) ? "" : endsOn,
                TypedMoment.timeOf(session.endsAt()),
                session.room(),
                Integer.toString(session.placesOnSite()),
                Integer.toString(session.placesOnline()),
                session.streamUrl(),
                speakers.stream()
                        .map(speaker ->
                                speaker.role().isEmpty() ? speaker.name() : speaker.name() + "; " + speaker.role())
                        .collect(Collectors.joining("\n")),
                Integer.toString(session.revision()),
                "");
    }

    /** What the form states. */
    SessionEntry read() {
        var starts = TypedMoment.of("startsOn", startsOn, "startsTime", startsTime, null);
        var lastDay = Typed.line(endsOn).isEmpty() && !Typed.line(endsTime).isEmpty() ? startsOn : endsOn;
        var ends = TypedMoment.of(
                Typed.line(endsOn).isEmpty() ? "startsOn" : "endsOn", lastDay, "endsTime", endsTime, null);
        var chosen = Arrays.stream(SessionKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        return new SessionEntry(
                chosen.orElse(SessionKind.PANEL),
                Typed.line(title),
                Typed.text(description),
                starts.moment(),
                ends.moment(),
                Typed.line(room),
                EventForm.number(placesOnSite),
                EventForm.number(placesOnline),
                Typed.line(streamUrl),
                Typed.text(speakers)
                        .lines()
                        .map(SessionForm::speaker)
                        .filter(speaker ->
                                !speaker.name().isEmpty() || !speaker.role().isEmpty())
                        .toList(),
                FormErrors.none()
                        .unless(chosen.isPresent(), "kind", "forms.choose")
                        .and(starts.errors())
                        .and(ends.errors()));
    }

    int revisionNumber() {
        return EventForm.number(revision);
    }

    /** What the clerk agreed to before they sent the form again, or empty. */
    String agreement() {
        return Typed.line(accepted);
    }

    /** This form, to be sent once more. */
    SessionForm with(int newRevision, String newlyAccepted) {
        return new SessionForm(
                kind,
                title,
                description,
                startsOn,
                startsTime,
                endsOn,
                endsTime,
                room,
                placesOnSite,
                placesOnline,
                streamUrl,
                speakers,
                Integer.toString(newRevision),
                newlyAccepted);
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(SessionForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.form.title", saved.title, title);
        Difference.of(found, "events.session.kind", saved.kind, kind, "events.sessionKind.");
        Difference.of(found, "events.form.description", saved.description, description);
        Difference.of(
                found,
                "events.session.starts",
                EventForm.both(saved.startsOn, saved.startsTime),
                EventForm.both(startsOn, startsTime));
        Difference.of(
                found,
                "events.session.ends",
                EventForm.both(saved.endsOn, saved.endsTime),
                EventForm.both(endsOn, endsTime));
        Difference.of(found, "events.session.room", saved.room, room);
        Difference.of(found, "events.session.placesOnSite", saved.placesOnSite, placesOnSite);
        Difference.of(found, "events.session.placesOnline", saved.placesOnline, placesOnline);
        Difference.of(found, "events.session.stream", saved.streamUrl, streamUrl);
        Difference.of(found, "events.session.speakers", saved.speakers, speakers);
        return found;
    }

    private static SessionEntry.Named speaker(String line) {
        var at = line.indexOf(';');
        return at < 0
                ? new SessionEntry.Named(Typed.line(line), "")
                : new SessionEntry.Named(Typed.line(line.substring(0, at)), Typed.line(line.substring(at + 1)));
    }
}
