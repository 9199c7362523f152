package pl.kujawskopomorskie.ngo.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a session; see {@link Session} for what each means.
 *
 * @param kind what it is
 * @param title as announced
 * @param description what it is about
 * @param startsAt first moment, or null where it was not stated
 * @param endsAt first moment after it, or null where it was not stated
 * @param room where in the venue
 * @param placesOnSite 0 to 100 000
 * @param placesOnline 0 to 100 000
 * @param streamUrl HTTP or HTTPS, or empty
 * @param speakers in their order
 * @param unread what of it could not even be read, by field
 */
public record SessionEntry(
        SessionKind kind,
        String title,
        String description,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String room,
        int placesOnSite,
        int placesOnline,
        String streamUrl,
        List<Named> speakers,
        FormErrors unread) {

    private static final int MOST_PLACES = 100_000;
    private static final int MOST_SPEAKERS = 40;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final Duration LONGEST = Duration.ofDays(7);

    public SessionEntry {
        speakers = List.copyOf(speakers);
    }

    /** What is wrong with it by itself, in the order of the form. */
    FormErrors check() {
        return FormErrors.none()
                .unless(!title.isEmpty(), "title", "events.form.title.missing")
                .unless(Typed.length(title) <= 300, "title", "forms.tooLong", 300)
                .unless(
                        Typed.length(description) <= LONGEST_DESCRIPTION,
                        "description",
                        "forms.tooLong",
                        LONGEST_DESCRIPTION)
                .and(unread)
                .unless(unread.any() || startsAt != null, "startsOn", "events.session.starts.missing")
                .unless(unread.any() || endsAt != null, "endsTime", "events.session.ends.missing")
                .unless(
                        startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
                        "endsTime",
                        "events.session.ends.early")
                .unless(
                        startsAt == null
                                || endsAt == null
                                || Duration.between(startsAt, endsAt).compareTo(LONGEST) <= 0,
                        "endsOn",
                        "events.session.ends.late")
                .unless(Typed.length(room) <= 200, "room", "forms.tooLong", 200)
                .unless(possible(placesOnSite), "placesOnSite", "events.form.number", 0, MOST_PLACES)
                .unless(possible(placesOnline), "placesOnline", "events.form.number", 0, MOST_PLACES)
                .unless(
                        kind != SessionKind.BREAK || placesOnSite + placesOnline == 0,
                        placesOnSite > 0 ? "placesOnSite" : "placesOnline",
                        "events.session.break.places")
                .unless(
                        streamUrl.isEmpty() || streamUrl.matches("https?://[^\\s/]\\S{2,480}"),
                        "streamUrl",
                        "events.session.stream.wrong")
                .unless(speakers.size() <= MOST_SPEAKERS, "speakers", "events.session.speakers.many", MOST_SPEAKERS)
                .unless(speakers.stream().allMatch(Named::fits), "speakers", "events.session.speakers.long");
    }

    private static boolean possible(int places) {
        return places >= 0 && places <= MOST_PLACES;
    }

    /** A new session of an event that states this; checked before. */
    Session begun(long eventId) {
        return new Session(
                null,
                eventId,
                kind,
                title,
                description,
                start(),
                end(),
                room,
                placesOnSite,
                placesOnline,
                streamUrl,
                0);
    }

    /** A session as it is when it states this; checked before. */
    Session over(Session old) {
        return new Session(
                old.id(),
                old.eventId(),
                kind,
                title,
                description,
                start(),
                end(),
                room,
                placesOnSite,
                placesOnline,
                streamUrl,
                old.revision());
    }

    private Instant start() {
        if (startsAt == null) {
            throw new IllegalStateException("check() lets no session pass without a beginning");
        }
        return startsAt;
    }

    private Instant end() {
        if (endsAt == null) {
            throw new IllegalStateException("check() lets no session pass without an end");
        }
        return endsAt;
    }

    /**
     * Who speaks.
     *
     * @param name not empty
     * @param role possibly empty
     */
    public record Named(String name, String role) {

        boolean fits() {
            return !name.isEmpty() && Typed.length(name) <= 200 && Typed.length(role) <= 300;
        }
    }
}
