package pl.kujawskopomorskie.ngo.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Arrival;
import pl.kujawskopomorskie.ngo.events.Attendance;
import pl.kujawskopomorskie.ngo.events.Booking;
import pl.kujawskopomorskie.ngo.events.DoorAnswer;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.DoorNote;
import pl.kujawskopomorskie.ngo.events.DoorPeople;
import pl.kujawskopomorskie.ngo.events.DoorTime;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.ReceivingEntries;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the phone at the door and the portal tell each other. Moments are milliseconds since 1970, because the phone's clock speaks so.
 * Of tickets the phone keeps only a hash: whoever finds the phone can make none of them.
 */
final class DoorData {

    /** How long after the last day the phone may keep the list. */
    private static final Duration KEEPING = Duration.ofHours(24);

    private static final int HASH_DIGITS = 32;
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private DoorData() {}

    static boolean isId(@Nullable String text) {
        return text != null && text.matches(UUID);
    }

    /** What the phone keeps in place of a ticket's code. */
    static String hash(String ticket) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    /**
     * What the phone needs in order to answer without a network.
     *
     * @param now the portal's clock
     * @param opens when the door of the event opens, or null without a programme
     * @param closes first moment after that
     * @param keepUntil when the phone must have forgotten it
     * @param sessions that have doors of their own
     * @param people who registered
     * @param in who is in already
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DoorList(
            long now,
            @Nullable Long opens,
            @Nullable Long closes,
            long keepUntil,
            List<DoorSession> sessions,
            List<Person> people,
            List<In> in) {

        static DoorList of(
                Instant now,
                @Nullable DoorTime time,
                List<DoorSession> sessions,
                List<DoorPeople.Registered> people,
                List<DoorPeople.In> in) {
            return new DoorList(
                    now.toEpochMilli(),
                    time == null ? null : time.begins().toEpochMilli(),
                    time == null ? null : time.ends().toEpochMilli(),
                    (time == null ? now : time.ends()).plus(KEEPING).toEpochMilli(),
                    sessions,
                    people.stream().map(Person::of).toList(),
                    in.stream().map(In::of).toList());
        }
    }

    /**
     * A session with a door.
     *
     * @param id its key
     * @param opens when its door opens
     * @param closes first moment after that
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DoorSession(
            long id, @Nullable Long opens, @Nullable Long closes) {}

    /**
     * One who registered.
     *
     * @param id key of the attendee
     * @param hash of their code
     * @param name as on the badge
     * @param organisation possibly empty
     * @param state LET_IN for a confirmed registration, else why not
     * @param places what they have, are offered or wait for
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Person(long id, String hash, String name, String organisation, DoorAnswer state, List<Place> places) {

        static Person of(DoorPeople.Registered person) {
            return new Person(
                    person.id(),
                    DoorData.hash(person.ticket()),
                    // Of who took the registration back the phone knows that the ticket is none any more, and no name.
                    person.ended() ? "" : person.name(),
                    person.ended() ? "" : person.organisation(),
                    person.ended()
                            ? DoorAnswer.CANCELLED
                            : person.confirmed() ? DoorAnswer.LET_IN : DoorAnswer.NOT_CONFIRMED,
                    person.places().stream()
                            .map(place -> new Place(place.sessionId(), place.mode(), place.state()))
                            .toList());
        }
    }

    /**
     * A place.
     *
     * @param session key of the session
     * @param mode in the room or by the stream
     * @param state taken, offered or waited for
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Place(long session, Mode mode, Booking.State state) {}

    /**
     * One who is in.
     *
     * @param attendee who, if they had registered
     * @param walkIn who, if they had not
     * @param session in which session, or null for the event
     * @param since since when
     * @param door at which entrance
     * @param name of one who had not registered
     * @param organisation of one who had not registered
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record In(
            @Nullable Long attendee,
            @Nullable Long walkIn,
            @Nullable Long session,
            @Nullable Long since,
            String door,
            String name,
            String organisation) {

        static In of(DoorPeople.In one) {
            return new In(
                    one.attendeeId(),
                    one.walkInId(),
                    one.sessionId(),
                    millis(one.since()),
                    one.door(),
                    one.name(),
                    one.organisation());
        }
    }

    /**
     * How many people came.
     *
     * @param came on site, whether registered or not
     * @param registered who has a place on site
     * @param notRegistered of those who came, who had not registered
     * @param watched who opened a stream
     * @param sessions by session
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Numbers(int came, int registered, int notRegistered, int watched, List<SessionNumbers> sessions) {

        static Numbers of(DoorCounts.Counts counts) {
            return new Numbers(
                    counts.came(),
                    counts.registered(),
                    counts.notRegistered(),
                    counts.watched(),
                    counts.sessions().stream()
                            .map(one -> new SessionNumbers(one.session().key(), one.came(), one.registered()))
                            .toList());
        }
    }

    /**
     * How many came to a session.
     *
     * @param id its key
     * @param came through its door
     * @param registered who has a place on site
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionNumbers(long id, int came, int registered) {}

    /**
     * What a phone kept.
     *
     * @param now what its clock shows as it sends
     * @param entries in the order in which they happened
     */
    @Serdeable
    record Batch(@Nullable Long now, @Nullable List<Kept> entries) {

        /** What is in it, or null when it cannot be read at all. What is wrong in one does not spoil the others. */
        @Nullable
        List<ReceivingEntries.Sent> read() {
            if (now == null || entries == null || entries.size() > ReceivingEntries.MOST) {
                return null;
            }
            return entries.stream().map(Kept::read).toList();
        }
    }

    /**
     * One thing that a phone kept.
     *
     * @param id of the phone's own making
     * @param kind ticket, person, walk-in or undo
     * @param session key of the session at whose door, or null
     * @param door which entrance
     * @param at when, by the phone's clock
     * @param despite whether they are let in even without a place on site
     * @param letIn whether the phone let them in without asking the portal
     * @param code of a ticket that the phone does not know
     * @param scanned whether a camera read it
     * @param attendee of a person who registered, also when the phone knew them by their ticket
     * @param walkIn of a person who came before without having registered
     * @param entry at which the name of a person was typed who had not registered, while the portal has not answered it
     * @param name of one who had not registered
     * @param organisation of one who had not registered
     * @param email of one who had not registered
     * @param of the entry that is taken back
     */
    @Serdeable
    record Kept(
            @Nullable String id,
            @Nullable String kind,
            @Nullable Long session,
            @Nullable String door,
            @Nullable Long at,
            @Nullable Boolean despite,
            @Nullable Boolean letIn,
            @Nullable String code,
            @Nullable Boolean scanned,
            @Nullable Long attendee,
            @Nullable Long walkIn,
            @Nullable String entry,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String email,
            @Nullable String of) {

        ReceivingEntries.Sent read() {
            var undo = "undo".equals(kind) && isId(of);
            var readable = isId(id) && at != null;
            return new ReceivingEntries.Sent(
                    id == null ? "" : id,
                    readable && !undo ? who() : null,
                    readable && undo && of != null ? of : "",
                    session,
                    DoorForms.door(door),
                    at == null ? Instant.EPOCH : Instant.ofEpochMilli(at),
                    Boolean.TRUE.equals(despite),
                    Boolean.TRUE.equals(letIn));
        }

        private Arrival.@Nullable Who who() {
            return switch (kind == null ? "" : kind) {
                case "ticket" ->
                    attendee == null
                            ? new Arrival.Ticket(text(code), Boolean.TRUE.equals(scanned))
                            : new Arrival.Named(
                                    attendee,
                                    Boolean.TRUE.equals(scanned) ? Attendance.How.SCANNED : Attendance.How.TYPED);
                case "person" -> person();
                case "walk-in" -> new Arrival.Newcomer(text(name), text(organisation), text(email));
                default -> null;
            };
        }

        private Arrival.@Nullable Who person() {
            if (attendee != null) {
                return new Arrival.Named(attendee);
            }
            if (walkIn != null) {
                return new Arrival.Known(walkIn);
            }
            return entry != null && isId(entry) ? new Arrival.Pending(entry) : null;
        }

        private static String text(@Nullable String typed) {
            return Typed.line(typed);
        }
    }

    /**
     * What came of a batch.
     *
     * @param entries of each, in the same order
     * @param numbers as they are now
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Reply(List<Answer> entries, Numbers numbers) {}

    /**
     * What came of one entry.
     *
     * @param id of the entry
     * @param answer what is said
     * @param despite what spoke against letting them in, or null
     * @param attendee who, if they registered
     * @param walkIn who, if they had not
     * @param name of the person, possibly empty
     * @param organisation possibly empty
     * @param since since when they are in, or null
     * @param door at which entrance they came in
     * @param elsewhere the title of the other event whose ticket it is, or empty
     * @param mistyped whether the e-mail address was none and was left out
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            String id,
            DoorAnswer answer,
            @Nullable DoorAnswer despite,
            @Nullable Long attendee,
            @Nullable Long walkIn,
            String name,
            String organisation,
            @Nullable Long since,
            String door,
            String elsewhere,
            boolean mistyped) {

        static Answer of(DoorNote note) {
            return new Answer(
                    note.id(),
                    note.answer(),
                    note.despite(),
                    note.attendeeId(),
                    note.walkInId(),
                    note.name(),
                    note.organisation(),
                    millis(note.since()),
                    note.door(),
                    note.elsewhere(),
                    note.mistyped());
        }
    }
}
