package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Those who come to an event as a file for its office, without what they need. That somebody took it stands in the log. */
@Singleton
public class ExportingPeople {

    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final RegisteredPeople people;
    private final TableExports exports;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    ExportingPeople(
            Events events,
            Sessions sessions,
            Questions questions,
            RegisteredPeople people,
            TableExports exports,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.people = people;
        this.exports = exports;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The event whose people the actor may take away; writes down that they do. */
    @Transactional
    public Optional<Event> begin(String slug, Actor actor) {
        var event = events.findBySlug(slug).filter(found -> EventPolicy.mayLookIntoTheOffice(actor));
        event.ifPresent(found -> audit.record(actor.personId(), "PEOPLE_EXPORTED", "event", slug, found.title()));
        return event;
    }

    /** Writes a spreadsheet. */
    public void writeXlsx(Event event, OutputStream out) throws IOException {
        exports.writeXlsx(layout(event), rows(event), Language.POLISH, out);
    }

    /** Writes comma-separated values. */
    public void writeCsv(Event event, OutputStream out) throws IOException {
        exports.writeCsv(layout(event), rows(event), out);
    }

    private TableLayout<Row> layout(Event event) {
        var columns = new ArrayList<TableColumn<Row>>();
        columns.add(TableColumn.text(
                text("name"), text("name.means"), 28, row -> row.person().name()));
        columns.add(TableColumn.text(
                text("organisation"),
                text("organisation.means"),
                32,
                row -> row.person().organisation()));
        columns.add(TableColumn.text(
                text("email"), text("email.means"), 28, row -> row.person().email()));
        columns.add(TableColumn.text(
                text("phone"), text("phone.means"), 16, row -> row.person().phone()));
        columns.add(TableColumn.moment(
                text("registered"),
                text("registered.means"),
                row -> row.person().createdAt()));
        columns.add(TableColumn.truth(
                text("confirmed"), text("confirmed.means"), row -> row.person().confirmedAt() != null));
        columns.add(TableColumn.truth(
                text("travel"), text("travel.means"), row -> row.person().travelRefund()));
        var names = new ColumnNames();
        for (var session : sessions.of(event.key())) {
            if (session.bookable()) {
                columns.add(TableColumn.text(
                        names.of(session.title()), text("session.means"), 24, row -> place(row, session)));
            }
        }
        for (var question : questions.of(event.key())) {
            columns.add(TableColumn.text(
                    names.of(question.label()),
                    text("question.means"),
                    28,
                    row -> answer(question, row.answers().getOrDefault(question.key(), ""))));
        }
        return new TableLayout<>(
                messages.get(Language.POLISH, "events.people.title"),
                List.of(
                        event.title(),
                        messages.get(
                                Language.POLISH,
                                event.cancelledAt() == null
                                        ? "events.people.export.asOf"
                                        : "events.people.export.cancelled",
                                new Formats(Language.POLISH).dateTime(OfficeTime.now(clock)))),
                columns);
    }

    private String text(String name) {
        return messages.get(Language.POLISH, "events.people.column." + name);
    }

    private String place(Row row, Session session) {
        return row.person().places().stream()
                .filter(place -> place.sessionId() == session.key())
                .map(place -> messages.get(
                                Language.POLISH, "events.mode." + place.mode().name())
                        + ", "
                        + messages.get(
                                Language.POLISH,
                                "events.booking." + place.state().name()))
                .collect(Collectors.joining("; "));
    }

    private String answer(Question question, String answer) {
        return question.kind() == Question.Kind.YES_NO && !answer.isEmpty()
                ? messages.get(Language.POLISH, answer.equals("YES") ? "documents.yes" : "documents.no")
                : answer;
    }

    private Iterable<Row> rows(Event event) {
        return new Stretches<>(last -> {
            var stretch = people.after(event, last == null ? 0 : last.person().id(), Stretches.AT_ONCE);
            var answers = people.answers(stretch);
            return stretch.stream()
                    .map(person -> new Row(person, answers.getOrDefault(person.registrationId(), Map.of())))
                    .toList();
        });
    }

    private record Row(RegisteredPeople.Person person, Map<Long, String> answers) {}
}
