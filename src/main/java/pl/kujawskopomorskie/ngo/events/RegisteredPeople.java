package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Who registered for an event, person by person, as its office looks at them. What they need in order to take part is not here.
 * Three queries for a page, however many people there are.
 */
@Singleton
public class RegisteredPeople {

    private static final String COLUMNS = """
            SELECT a.id, a.name, r.id AS registration_id, r.email, r.phone, r.organisation_name, r.travel_refund, r.created_at,
              r.confirm_by, r.confirmed_at, r.ended_at, r.ended_why
            """;

    private static final String FROM = " FROM attendee a JOIN registration r ON r.id = a.registration_id";

    private static final String LIVING = "r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > ?)";

    private final JdbcOperations jdbc;
    private final Clock clock;

    RegisteredPeople(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of those who match, by name, and how many match in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Found find(Event event, Filter filter) {
        var now = OfficeTime.now(clock);
        var where = matching(event, filter, now);
        var total = where.count(jdbc, "SELECT COUNT(*)" + FROM);
        var page = Paging.of(total, filter.page(), filter.size());
        var arguments = new ArrayList<Object>(where.arguments());
        arguments.addAll(List.of(filter.size(), page.offset()));
        var rows = SqlWhere.query(
                jdbc,
                COLUMNS + FROM + where.sql() + " ORDER BY " + NameOrder.BY_SURNAME + ", a.id LIMIT ? OFFSET ?",
                arguments,
                row -> person(row, now));
        return new Found(withPlaces(rows), total, page.number(), page.pages());
    }

    /** Whether anybody ever registered for an event, even if nobody comes any more. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean any(Event event) {
        return !SqlWhere.query(
                        jdbc,
                        "SELECT 1 FROM registration WHERE event_id = ? LIMIT 1",
                        List.of(event.key()),
                        row -> row.getInt(1))
                .isEmpty();
    }

    /**
     * People who come, or would have come had their event not been cancelled, after a key, in the order of keys; to read them all, a
     * stretch at a time.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Person> after(Event event, long after, int limit) {
        var now = OfficeTime.now(clock);
        var where = new SqlWhere();
        where.and("r.event_id = ? AND a.id > ?", event.key(), after);
        coming(where, event, now);
        var arguments = new ArrayList<Object>(where.arguments());
        arguments.add(limit);
        var rows = SqlWhere.query(
                jdbc, COLUMNS + FROM + where.sql() + " ORDER BY a.id LIMIT ?", arguments, row -> person(row, now));
        return withPlaces(rows);
    }

    /** Answers to the organisers' questions by registration, and by question. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, Map<Long, String>> answers(List<Person> people) {
        var registrations =
                people.stream().map(Person::registrationId).distinct().toList();
        if (registrations.isEmpty()) {
            return Map.of();
        }
        return SqlWhere.query(
                        jdbc,
                        "SELECT registration_id, question_id, answer FROM registration_answer WHERE registration_id IN ("
                                + places(registrations) + ")",
                        registrations,
                        row -> new Answer(row.getLong(1), row.getLong(2), row.getString(3)))
                .stream()
                .collect(Collectors.groupingBy(
                        Answer::registrationId, Collectors.toMap(Answer::questionId, Answer::answer)));
    }

    private static SqlWhere matching(Event event, Filter filter, Instant now) {
        var where = new SqlWhere();
        where.and("r.event_id = ?", event.key());
        if (filter.state() == State.ENDED) {
            where.and("r.ended_at IS NOT NULL OR (r.confirmed_at IS NULL AND r.confirm_by <= ?)", now);
        } else if (filter.state() == null) {
            coming(where, event, now);
        } else {
            where.and(LIVING, now);
        }
        if (filter.state() == State.HELD) {
            where.and("r.confirmed_at IS NULL");
        }
        if (!filter.words().isEmpty()) {
            var part = SqlWhere.part(filter.words());
            where.and(
                    "a.name LIKE ? ESCAPE '!' OR r.email LIKE ? ESCAPE '!' OR r.organisation_name LIKE ? ESCAPE '!'",
                    part,
                    part,
                    part);
        }
        bookedAs(where, filter);
        return where;
    }

    // Whoever was registered for what is cancelled is whom its office has to tell.
    private static void coming(SqlWhere where, Event event, Instant now) {
        if (event.cancelledAt() != null) {
            where.and("r.ended_why = 'EVENT_CANCELLED'");
        } else {
            where.and(LIVING, now);
        }
    }

    private static void bookedAs(SqlWhere where, Filter filter) {
        var state = filter.state() == null ? null : filter.state().booking();
        if (filter.sessionId() == 0 && filter.mode() == null && state == null) {
            return;
        }
        var condition = new StringBuilder("EXISTS (SELECT 1 FROM booking b WHERE b.attendee_id = a.id");
        var arguments = new ArrayList<Object>();
        if (filter.sessionId() != 0) {
            condition.append(" AND b.session_id = ?");
            arguments.add(filter.sessionId());
        }
        if (filter.mode() != null) {
            condition.append(" AND b.mode = ?");
            arguments.add(filter.mode().name());
        }
        if (state != null) {
            condition.append(" AND b.state = ?");
            arguments.add(state.name());
        } else if (filter.state() != State.ENDED) {
            condition.append(
                    " AND (b.state <> 'ENDED'" + " OR r.ended_why = 'EVENT_CANCELLED' AND b.changed_at = r.ended_at)");
        }
        where.and(condition.append(")").toString(), arguments.toArray());
    }

    private List<Person> withPlaces(List<Person> people) {
        if (people.isEmpty()) {
            return people;
        }
        var keys = people.stream().map(Person::id).toList();
        var found = SqlWhere.query(
                        jdbc,
                        "SELECT b.attendee_id, b.session_id, s.title, b.mode, b.state, b.offered_until FROM booking b"
                                + " JOIN event_session s ON s.id = b.session_id WHERE b.attendee_id IN (" + places(keys)
                                + ") AND b.state <> 'ENDED' ORDER BY s.starts_at, s.id, b.id",
                        keys,
                        row -> new Place(
                                row.getLong("attendee_id"),
                                row.getLong("session_id"),
                                row.getString("title"),
                                Mode.valueOf(row.getString("mode")),
                                Booking.State.valueOf(row.getString("state")),
                                SqlWhere.moment(row, "offered_until")))
                .stream()
                .collect(Collectors.groupingBy(Place::attendeeId));
        return people.stream()
                .map(person -> person.with(found.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static String places(List<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Person person(ResultSet row, Instant now) throws SQLException {
        var confirmedAt = SqlWhere.moment(row, "confirmed_at");
        var confirmBy = SqlWhere.moment(row, "confirm_by");
        var why = row.getString("ended_why");
        var lapsed = confirmedAt == null && confirmBy != null && !now.isBefore(confirmBy);
        return new Person(
                row.getLong("id"),
                row.getLong("registration_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("organisation_name"),
                row.getBoolean("travel_refund"),
                SqlWhere.moment(row, "created_at"),
                confirmedAt,
                confirmBy,
                why != null ? Registration.End.valueOf(why) : (lapsed ? Registration.End.NOT_CONFIRMED : null),
                List.of());
    }

    /** What one may be. */
    public enum State {
        /** Has a place, at least one. */
        BOOKED(Booking.State.BOOKED),
        /** Is offered one. */
        OFFERED(Booking.State.OFFERED),
        /** Waits for one. */
        WAITING(Booking.State.WAITING),
        /** Has not opened the link in the mail yet. */
        HELD(null),
        /** Does not come any more. */
        ENDED(null);

        private final Booking.@Nullable State booking;

        State(Booking.@Nullable State booking) {
            this.booking = booking;
        }

        Booking.@Nullable State booking() {
            return booking;
        }
    }

    /**
     * What is asked for.
     *
     * @param words part of a name, an address or an organisation; or empty
     * @param sessionId key of a session, or 0
     * @param mode or null
     * @param state or null for all who come, or would have come to what is cancelled
     * @param page from 1
     * @param size most rows of a page
     */
    public record Filter(
            String words,
            long sessionId,
            @Nullable Mode mode,
            @Nullable State state,
            int page,
            int size) {}

    /**
     * One who registered or was registered.
     *
     * @param id key of the attendee
     * @param registrationId with which registration
     * @param name as on the badge; empty of one who was forgotten
     * @param email of the registration
     * @param phone possibly empty
     * @param organisation possibly empty
     * @param travelRefund whether the cost of travel is asked for
     * @param createdAt when it was sent
     * @param confirmedAt when it was confirmed, or null
     * @param confirmBy until when the link in the mail waits, or null
     * @param end why they do not come any more, or null
     * @param places what they have, are offered or wait for, in the order of the programme
     */
    public record Person(
            long id,
            long registrationId,
            String name,
            String email,
            String phone,
            String organisation,
            boolean travelRefund,
            @Nullable Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            Registration.@Nullable End end,
            List<Place> places) {

        Person with(List<Place> found) {
            return new Person(
                    id,
                    registrationId,
                    name,
                    email,
                    phone,
                    organisation,
                    travelRefund,
                    createdAt,
                    confirmedAt,
                    confirmBy,
                    end,
                    found);
        }
    }

    /**
     * A place.
     *
     * @param attendeeId whose
     * @param sessionId in which session
     * @param title of it
     * @param mode in the room or by the stream
     * @param state taken, offered or waited for
     * @param offeredUntil first moment at which an offer is lost, or null
     */
    public record Place(
            long attendeeId,
            long sessionId,
            String title,
            Mode mode,
            Booking.State state,
            @Nullable Instant offeredUntil) {}

    /**
     * One page of people.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Found(List<Person> rows, long total, int number, int pages) {}

    private record Answer(long registrationId, long questionId, String answer) {}
}
