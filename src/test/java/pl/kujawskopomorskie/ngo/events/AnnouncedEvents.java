package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Events for tests of what the public sees: with words to look for, and with sessions at any time. */
@Singleton
public final class AnnouncedEvents {

    /** The address of every stream, which nobody may see. */
    public static final String STREAM = "https://tajna-transmisja.example.pl/";

    private final EventRows rows;
    private final Events events;
    private final Sessions sessions;
    private final DataSource dataSource;

    AnnouncedEvents(EventRows rows, Events events, Sessions sessions, DataSource dataSource) {
        this.rows = rows;
        this.events = events;
        this.sessions = sessions;
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** One for which people register, that is found by its title. */
    public Event titled(String title) {
        return named(rows.open(), title);
    }

    /** One that only the office sees, found by its title. */
    public Event draft(String title) {
        return named(rows.draft(), title);
    }

    private Event named(Event event, String title) {
        change("UPDATE event SET title = ? WHERE id = ?", title, event.key());
        events.index(event.key(), PolishSearch.index(title));
        return events.findById(event.key()).orElseThrow();
    }

    /** A session of two hours with places on site and online. */
    public Session session(Event event, String title, Instant startsAt, int onSite, int online) {
        return sessions.save(new Session(
                null,
                event.key(),
                SessionKind.MEETING,
                title,
                "O czym: " + title,
                startsAt,
                startsAt.plus(Duration.ofHours(2)),
                "Sala 1",
                onSite,
                online,
                STREAM + event.slug(),
                0));
    }

    /** A session in two weeks. */
    public Session session(Event event, String title) {
        return session(event, title, TestClock.START.plus(Duration.ofDays(14)), 10, 0);
    }

    /** A session that is over. */
    public Session past(Event event, String title) {
        return session(event, title, TestClock.START.minus(Duration.ofDays(40)), 10, 0);
    }

    public void cancel(Event event, String reason) {
        change(
                "UPDATE event SET cancelled_at = ?, cancel_reason = ?, calendar_sequence = calendar_sequence + 1 WHERE id = ?",
                LocalDateTime.ofInstant(TestClock.START, ZoneOffset.UTC),
                reason,
                event.key());
    }

    public void walkIn(Event event) {
        change(
                "UPDATE event SET registration_opens_at = NULL, registration_closes_at = NULL WHERE id = ?",
                event.key());
    }

    public void kind(Event event, EventKind kind) {
        change("UPDATE event SET kind = ?, edition = NULL WHERE id = ?", kind.name(), event.key());
    }

    public void inSeries(Event event, Event first) {
        change("UPDATE event SET series_of = ? WHERE id = ?", first.key(), event.key());
    }

    public void ofConsultation(Event event, long consultationId) {
        change("UPDATE event SET consultation_id = ? WHERE id = ?", consultationId, event.key());
    }

    public void move(Session session, Instant startsAt) {
        change(
                "UPDATE event_session SET starts_at = ?, ends_at = ? WHERE id = ?",
                LocalDateTime.ofInstant(startsAt, ZoneOffset.UTC),
                LocalDateTime.ofInstant(startsAt.plus(Duration.ofHours(2)), ZoneOffset.UTC),
                session.key());
        change("UPDATE event SET calendar_sequence = calendar_sequence + 1 WHERE id = ?", session.eventId());
    }

    public void speaker(Session session, String name, String role) {
        change(
                "INSERT INTO session_speaker (session_id, position, name, role) VALUES (?, 1, ?, ?)",
                session.key(),
                name,
                role);
    }

    private void change(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
