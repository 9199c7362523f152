package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Who came to an event and who did not, as a file for its office. That somebody took it stands in the log. */
@Singleton
public class ExportingAttendance {

    private final Events events;
    private final Sessions sessions;
    private final AttendanceRows rows;
    private final TableExports exports;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    ExportingAttendance(
            Events events,
            Sessions sessions,
            AttendanceRows rows,
            TableExports exports,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.rows = rows;
        this.exports = exports;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The event whose attendance the actor may take away; writes down that they do. */
    @Transactional
    public Optional<Event> begin(String slug, Actor actor) {
        var event = events.findBySlug(slug).filter(found -> EventPolicy.mayLookIntoTheOffice(actor));
        event.ifPresent(found -> audit.record(actor.personId(), "ATTENDANCE_EXPORTED", "event", slug, found.title()));
        return event;
    }

    /** Writes a spreadsheet. */
    public void writeXlsx(Event event, OutputStream out) throws IOException {
        exports.writeXlsx(layout(event), people(event), Language.POLISH, out);
    }

    /** Writes comma-separated values. */
    public void writeCsv(Event event, OutputStream out) throws IOException {
        exports.writeCsv(layout(event), people(event), out);
    }

    private TableLayout<AttendanceRows.Person> layout(Event event) {
        var columns = new ArrayList<TableColumn<AttendanceRows.Person>>();
        columns.add(TableColumn.text(text("name"), text("name.means"), 28, AttendanceRows.Person::name));
        columns.add(TableColumn.text(
                text("organisation"), text("organisation.means"), 32, AttendanceRows.Person::organisation));
        columns.add(TableColumn.text(text("email"), text("email.means"), 28, AttendanceRows.Person::email));
        columns.add(
                TableColumn.truth(text("registered"), text("registered.means"), person -> person.attendeeId() != null));
        columns.add(TableColumn.truth(
                text("came"), text("came.means"), person -> !person.presences().isEmpty()));
        columns.add(TableColumn.moment(
                text("since"),
                text("since.means"),
                person -> person.presences().isEmpty()
                        ? null
                        : person.presences().getFirst().since()));
        columns.add(TableColumn.text(text("event"), text("event.means"), 24, person -> there(person, null)));
        var names = new ColumnNames();
        for (var session : sessions.of(event.key())) {
            if (session.bookable()) {
                columns.add(TableColumn.text(
                        names.of(session.title()), text("session.means"), 24, person -> there(person, session.key())));
            }
        }
        return new TableLayout<>(
                messages.get(Language.POLISH, "events.attendance.title"),
                List.of(
                        event.title(),
                        messages.get(
                                Language.POLISH,
                                "events.attendance.export.asOf",
                                new Formats(Language.POLISH).dateTime(OfficeTime.now(clock)))),
                columns);
    }

    private String text(String name) {
        return messages.get(Language.POLISH, "events.attendance.column." + name);
    }

    private String there(AttendanceRows.Person person, @Nullable Long sessionId) {
        return person.presences().stream()
                .filter(presence ->
                        sessionId == null ? presence.sessionId() == null : sessionId.equals(presence.sessionId()))
                .map(presence -> messages.get(
                        Language.POLISH,
                        "events.attendance.how." + presence.how().name()))
                .collect(Collectors.joining("; "));
    }

    private Iterable<AttendanceRows.Person> people(Event event) {
        return new Stretches<>(last -> last == null
                ? rows.after(event, 0, 0, Stretches.AT_ONCE)
                : rows.after(event, last.newcomer(), last.number(), Stretches.AT_ONCE));
    }
}
