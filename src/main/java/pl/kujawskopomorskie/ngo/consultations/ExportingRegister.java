package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The register of a consultation as it stands now, as a file. It has the columns of a published report, and nothing that
 * the page does not show.
 */
@Singleton
public final class ExportingRegister {

    private static final int AT_ONCE = 500;

    private final PublicRemarks remarks;
    private final RegisterTallies tallies;
    private final ReportTable table;
    private final TableExports exports;
    private final Messages messages;
    private final Clock clock;

    ExportingRegister(
            PublicRemarks remarks,
            RegisterTallies tallies,
            ReportTable table,
            TableExports exports,
            Messages messages,
            Clock clock) {
        this.remarks = remarks;
        this.tallies = tallies;
        this.table = table;
        this.exports = exports;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes a spreadsheet. */
    public void writeXlsx(Consultation consultation, OutputStream out) throws IOException {
        exports.writeXlsx(layout(consultation), rows(consultation), Language.POLISH, out);
    }

    /** Writes comma-separated values. */
    public void writeCsv(Consultation consultation, OutputStream out) throws IOException {
        exports.writeCsv(layout(consultation), rows(consultation), out);
    }

    /** What changes when the register does. That time goes on changes nothing: a file tells what held since it was made. */
    public String version(Consultation consultation) {
        return tallies.version(consultation.key());
    }

    /** Name of the file, without its ending. */
    public String fileName(Consultation consultation) {
        return "rejestr-uwag-" + consultation.reference().replace('/', '-');
    }

    private TableLayout<FrozenReport.Entry> layout(Consultation consultation) {
        var asOf = new Formats(Language.POLISH).dateTime(OfficeTime.now(clock));
        return new TableLayout<>(
                messages.get(Language.POLISH, "consultations.register.title"),
                List.of(
                        messages.get(Language.POLISH, "consultations.register.title") + " " + consultation.reference(),
                        consultation.title(),
                        messages.get(Language.POLISH, "consultations.register.asOf", asOf)),
                table.columns());
    }

    private Iterable<FrozenReport.Entry> rows(Consultation consultation) {
        return () -> new Reading(consultation);
    }

    /** Reads the register a stretch at a time. */
    private final class Reading implements Iterator<FrozenReport.Entry> {

        private final Consultation consultation;
        private List<PublicRemark> stretch;
        private int next;

        Reading(Consultation consultation) {
            this.consultation = consultation;
            this.stretch = remarks.after(consultation, 0, AT_ONCE);
        }

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && stretch.size() == AT_ONCE) {
                stretch = remarks.after(consultation, stretch.getLast().number(), AT_ONCE);
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public FrozenReport.Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return FrozenReport.Entry.of(consultation.reference(), stretch.get(next++));
        }
    }
}
