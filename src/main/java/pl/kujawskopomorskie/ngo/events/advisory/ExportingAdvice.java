package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Advice that was given as a file for the office. That somebody took it stands in the log. */
@Singleton
public class ExportingAdvice {

    private static final int AT_ONCE = 500;

    private final Advices advices;
    private final TableExports exports;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    ExportingAdvice(Advices advices, TableExports exports, Messages messages, AuditLog audit, Clock clock) {
        this.advices = advices;
        this.exports = exports;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the actor may take it away; writes down that they do. */
    @Transactional
    public boolean begin(AdviceFilter filter, Actor actor) {
        if (!EventPolicy.mayLookIntoTheOffice(actor)) {
            return false;
        }
        audit.record(
                actor.personId(), "ADVICE_EXPORTED", "advice", String.valueOf(filter.year()), filter.subjectName());
        return true;
    }

    /** Writes a spreadsheet. */
    public void writeXlsx(AdviceFilter filter, OutputStream out) throws IOException {
        exports.writeXlsx(layout(filter), rows(filter), Language.POLISH, out);
    }

    /** Writes comma-separated values. */
    public void writeCsv(AdviceFilter filter, OutputStream out) throws IOException {
        exports.writeCsv(layout(filter), rows(filter), out);
    }

    private TableLayout<Advices.Listed> layout(AdviceFilter filter) {
        return new TableLayout<>(
                text("title"),
                List.of(
                        messages.get(Language.POLISH, "advisory.export.year", String.valueOf(filter.year())),
                        messages.get(
                                Language.POLISH,
                                "events.people.export.asOf",
                                new Formats(Language.POLISH).dateTime(OfficeTime.now(clock)))),
                List.of(
                        TableColumn.day(text("day"), text("day.means"), Advices.Listed::givenOn),
                        TableColumn.text(text("adviser"), text("adviser.means"), 28, Advices.Listed::adviser),
                        TableColumn.text(
                                text("subject"),
                                text("subject.means"),
                                20,
                                row -> messages.get(
                                        Language.POLISH,
                                        "advisory.subject." + row.subject().name())),
                        TableColumn.text(
                                text("way"),
                                text("way.means"),
                                16,
                                row -> messages.get(
                                        Language.POLISH,
                                        "advisory.way." + row.way().name())),
                        TableColumn.decimal(text("hours"), text("hours.means"), Advices.Listed::hours),
                        TableColumn.text(
                                text("organisation"), text("organisation.means"), 36, Advices.Listed::organisationName),
                        TableColumn.truth(text("slot"), text("slot.means"), row -> row.bookingId() != null),
                        TableColumn.text(text("note"), text("note.means"), 40, Advices.Listed::note)));
    }

    private String text(String name) {
        return messages.get(Language.POLISH, "advisory.export." + name);
    }

    private Iterable<Advices.Listed> rows(AdviceFilter filter) {
        return () -> new Reading(filter);
    }

    /** Reads a stretch at a time. */
    private final class Reading implements Iterator<Advices.Listed> {

        private final AdviceFilter filter;
        private List<Advices.Listed> stretch;
        private int read;
        private int next;

        Reading(AdviceFilter filter) {
            this.filter = filter;
            this.stretch = from(0);
        }

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && stretch.size() == AT_ONCE) {
                read += AT_ONCE;
                stretch = from(read);
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public Advices.Listed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return stretch.get(next++);
        }

        private List<Advices.Listed> from(int offset) {
            return advices.list(filter.from(), filter.to(), filter.adviserId(), filter.subjectName(), AT_ONCE, offset);
        }
    }
}
