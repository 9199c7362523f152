package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.type.Argument;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport.State;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A table of organisations is read, checked without changing anything, and taken in: an organisation that the directory has (by
 * KRS, else REGON, else the same name in the same town and county, when no number is against it) is changed in what the table
 * says of it, one that is only proposed is taken in, another is added. Sending the same table again changes nothing.
 *
 * <p>Rows are worked on a few at a time, each few in a transaction of their own, by a job that goes on after a crash with the first
 * row that is not done. An empty cell says nothing: it never erases what is known. Once rows are taken in, nothing is kept of
 * columns that are not read.
 */
@Singleton
public class ImportingOrganisations {

    private static final Logger LOG = LoggerFactory.getLogger(ImportingOrganisations.class);
    private static final String JOB = "import-organisations";
    private static final int STEP = 100;
    private static final int SAVED_AT_ONCE = 500;
    private static final int MORE_TRIES = 2;
    private static final int LONGEST_NAME = 400;

    private final OrganisationImports imports;
    private final ImportRows rows;
    private final Organisations organisations;
    private final SavingOrganisation saving;
    private final DecidingProposal proposals;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    ImportingOrganisations(
            OrganisationImports imports,
            ImportRows rows,
            Organisations organisations,
            SavingOrganisation saving,
            DecidingProposal proposals,
            JobQueue jobs,
            AuditLog audit,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.organisations = organisations;
        this.saving = saving;
        this.proposals = proposals;
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads a table that was sent and keeps its rows. It is read outside any transaction: that may take seconds.
     *
     * @param actor who sent it, null on the command line
     */
    public Sending send(byte[] content, String fileName, @Nullable Actor actor) {
        if (actor != null && !OrganisationPolicy.mayRun(actor)) {
            return new Sending.Forbidden();
        }
        return switch (TableFile.read(content, fileName)) {
            case TableFile.Refused refused -> new Sending.Refused(refused);
            case TableFile.Table table when table.rows().isEmpty() -> new Sending.HeadingsOnly();
            case TableFile.Table table -> new Sending.Done(keep(table, fileName, actor));
        };
    }

    @Transactional
    OrganisationImport keep(TableFile.Table table, String fileName, @Nullable Actor actor) {
        var fields = ImportColumns.guess(table.header()).stream()
                .map(field -> field.map(OrganisationField::name).orElse(""))
                .toList();
        var personId = actor == null ? null : actor.personId();
        var now = OfficeTime.now(clock);
        var saved = imports.save(new OrganisationImport(
                null,
                fileName.length() <= 200 ? fileName : fileName.substring(0, 200),
                State.SENT,
                written(table.header()),
                written(fields),
                table.rows().size(),
                now,
                personId,
                null,
                now,
                null));
        for (int from = 0; from < table.rows().size(); from += SAVED_AT_ONCE) {
            rows.saveAll(table
                    .rows()
                    .subList(from, Math.min(from + SAVED_AT_ONCE, table.rows().size()))
                    .stream()
                    .map(row -> ImportRow.sent(saved.key(), row.number(), written(row.cells())))
                    .toList());
        }
        audit.record(
                personId, "ORGANISATIONS_SENT", "organisation", "import " + saved.key(), saved.rowCount() + " rows");
        return saved;
    }

    /**
     * Begins to check the rows, as the columns are read now.
     *
     * @param fields name of a field for each column, empty for one that is not read
     * @return whether it was begun; not while a check or an import of these rows is on its way, or done
     */
    @Transactional
    public boolean check(long importId, List<String> fields, @Nullable Actor actor) {
        if (actor != null && !OrganisationPolicy.mayRun(actor)) {
            return false;
        }
        var sent = imports.lock(importId).orElse(null);
        if (sent == null || sent.forgotten() || sent.state() != State.SENT && sent.state() != State.CHECKED) {
            return false;
        }
        rows.forgetCheck(importId);
        beginCheck(importId, written(eachOnce(fields)));
        return true;
    }

    /** Begins to check the refused rows of an import that is done once more: what stood against them may be mended. */
    @Transactional
    public boolean checkRefusedAgain(long importId, @Nullable Actor actor) {
        if (actor != null && !OrganisationPolicy.mayRun(actor)) {
            return false;
        }
        var done = imports.lock(importId).orElse(null);
        if (done == null || done.forgotten() || done.state() != State.DONE) {
            return false;
        }
        rows.forgetRefusals(importId);
        beginCheck(importId, done.fields());
        return true;
    }

    private void beginCheck(long importId, String fields) {
        var now = OfficeTime.now(clock);
        imports.begin(importId, State.CHECKING, fields, now);
        jobs.add(JOB, "check-" + importId + "-" + now, Long.toString(importId));
    }

    /** Begins to take the checked rows in. */
    @Transactional
    public boolean apply(long importId, @Nullable Actor actor) {
        if (actor != null && !OrganisationPolicy.mayRun(actor)) {
            return false;
        }
        var checked = imports.lock(importId).orElse(null);
        if (checked == null || checked.forgotten() || checked.state() != State.CHECKED) {
            return false;
        }
        imports.begin(importId, State.RUNNING, checked.fields(), OfficeTime.now(clock));
        jobs.add(JOB, "apply-" + importId, Long.toString(importId));
        audit.record(
                actor == null ? null : actor.personId(),
                "ORGANISATIONS_IMPORTED",
                "organisation",
                "import " + importId,
                checked.rowCount() + " rows");
        return true;
    }

    /** Works until all rows of an import are checked, or all are taken in. */
    public void work(long importId) {
        work(importId, () -> {});
    }

    /**
     * The same, for somebody who watches. A row that loses a race is tried again at once; when the database is away or goes on
     * refusing, the failure is thrown for the caller to come back later, with all that is done kept. A row that fails by itself
     * is refused, so that it does not stop the others.
     *
     * @param afterStep what to do after each few rows
     */
    public void work(long importId, Runnable afterStep) {
        var oneByOne = 0;
        var tries = 0;
        for (var more = true; more; ) {
            try {
                more = step(importId, oneByOne > 0 ? 1 : STEP);
                oneByOne = Math.max(0, oneByOne - 1);
                tries = 0;
            } catch (RuntimeException e) {
                if (mayGoThroughNow(e) && tries++ < MORE_TRIES) {
                    LOG.info("Import {} lost a race and is tried again: {}", importId, e.toString());
                    continue;
                }
                if (Violations.isConnectionLost(e) || Violations.isLostRace(e) || !(e instanceof RowFailed failed)) {
                    throw e;
                }
                tries = 0;
                if (oneByOne == 0) {
                    LOG.info("Import {} goes on row by row after line {} failed", importId, failed.line(), e);
                    oneByOne = STEP;
                } else {
                    LOG.warn("Line {} of import {} is refused because it failed", failed.line(), importId, e);
                    refuse(importId, failed.row());
                    oneByOne--;
                }
            }
            afterStep.run();
        }
    }

    // Somebody else entered or changed the same organisation meanwhile; read again, the row is about what they left.
    private static boolean mayGoThroughNow(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        return Violations.isLostRace(failure) || Violations.isDuplicate(failure);
    }

    /** Works on the next rows; says whether there may be more. */
    @Transactional
    boolean step(long importId, int most) {
        var current = imports.lock(importId).orElse(null);
        if (current == null || current.state() != State.CHECKING && current.state() != State.RUNNING) {
            return false;
        }
        var checking = current.state() == State.CHECKING;
        var next = checking ? rows.unchecked(importId, most) : rows.waiting(importId, most);
        var fields = fields(current);
        if (next.isEmpty()) {
            if (!checking && blankUnread(importId, fields)) {
                return true;
            }
            var now = OfficeTime.now(clock);
            imports.reach(importId, checking ? State.CHECKED : State.DONE, checking ? null : now, now);
            return false;
        }
        for (var row : next) {
            try {
                if (checking) {
                    check(row, fields);
                } else {
                    apply(row, fields, current.createdBy());
                }
            } catch (RuntimeException e) {
                throw new RowFailed(row, e);
            }
        }
        return true;
    }

    // Offices send their whole tables: what is in columns that nobody chose is not ours to keep.
    private boolean blankUnread(long importId, List<Optional<OrganisationField>> fields) {
        var full = rows.unblanked(importId, SAVED_AT_ONCE);
        rows.updateAll(full.stream()
                .map(row -> row.blanked(written(readOnly(cells(row), fields))))
                .toList());
        return !full.isEmpty();
    }

    private static List<String> readOnly(List<String> cells, List<Optional<OrganisationField>> fields) {
        return IntStream.range(0, Math.min(cells.size(), fields.size()))
                .mapToObj(column -> fields.get(column).isPresent() ? cells.get(column) : "")
                .toList();
    }

    // Unless somebody else has worked on the row meanwhile.
    @Transactional
    void refuse(long importId, long rowId) {
        var current = imports.lock(importId).orElseThrow();
        rows.findById(rowId)
                .filter(row -> current.state() == State.CHECKING
                        ? row.outcome() == null
                        : row.outcome() == Outcome.WOULD_ADD || row.outcome() == Outcome.WOULD_CHANGE)
                .ifPresent(row -> rows.refuse(rowId, written(List.of(problem("directory.again")))));
    }

    private void check(ImportRow row, List<Optional<OrganisationField>> fields) {
        var about = about(row, fields);
        var problems = new ArrayList<>(about.problems());
        var other = rows.otherAbout(
                row.importId(),
                row.key(),
                about.krs(),
                about.regon(),
                about.name(),
                about.existing() == null ? null : about.existing().key());
        if (other != null) {
            problems.add(problem("directory.import.twice", other));
        }
        if (!problems.isEmpty()) {
            note(row, about, Outcome.REFUSED, problems, null);
        } else if (about.existing() == null) {
            note(row, about, Outcome.WOULD_ADD, List.of(), null);
        } else {
            var same = about.existing().listed()
                    && about.entry().facts().equals(about.existing().facts(saving.spheres(about.existing())));
            note(
                    row,
                    about,
                    same ? Outcome.SAME : Outcome.WOULD_CHANGE,
                    List.of(),
                    about.existing().key());
        }
    }

    private void apply(ImportRow row, List<Optional<OrganisationField>> fields, @Nullable Long personId) {
        var first = about(row, fields);
        if (first.existing() == null || first.existing().listed()) {
            apply(row, first, personId);
        } else {
            // Under the number of the change nobody else decides on the proposal.
            organisations.countChange();
            apply(row, about(row, fields), personId);
        }
    }

    private void apply(ImportRow row, About about, @Nullable Long personId) {
        var existing = about.existing();
        if (!about.problems().isEmpty()) {
            note(row, about, Outcome.REFUSED, about.problems(), null);
        } else if (existing == null) {
            var saved = saving.begin(about.entry().facts(), OfficeTime.now(clock), ChangeSource.IMPORT, personId);
            note(row, about, Outcome.ADDED, List.of(), saved.id());
        } else {
            // What stands in the office's own table is in the directory, whoever proposed it before.
            var listed = existing.listed() ? existing : proposals.takeIn(existing, personId);
            var saved = saving.change(listed, about.entry().facts(), ChangeSource.IMPORT, personId);
            var same = saved.revision() == existing.revision();
            note(row, about, same ? Outcome.SAME : Outcome.CHANGED, List.of(), saved.id());
        }
    }

    private About about(ImportRow row, List<Optional<OrganisationField>> fields) {
        var cells = cells(row);
        var bare = entry(cells, fields, new OrganisationEntry(Map.of()));
        return switch (match(bare)) {
            case Match.Unclear(var problem) -> new About(bare, bare, null, List.of(problem));
            case Match.None() -> new About(bare, bare, null, mistakes(bare));
            case Match.One(var existing) -> {
                var entry = entry(
                        cells, fields, existing.facts(saving.spheres(existing)).entry());
                yield new About(bare, entry, existing, mistakes(entry));
            }
        };
    }

    private List<RowProblem> mistakes(OrganisationEntry entry) {
        return entry.check(OfficeTime.today(clock).getYear()).all().stream()
                .map(error -> new RowProblem(error.field(), error.key(), error.arguments()))
                .toList();
    }

    private Match match(OrganisationEntry entry) {
        var krs = Krs.of(entry.at(OrganisationField.KRS)).flatMap(number -> organisations.findByKrs(number.digits()));
        var regon = Regon.of(entry.at(OrganisationField.REGON))
                .flatMap(number -> organisations.findByRegon(number.digits()));
        if (krs.isPresent()
                && regon.isPresent()
                && krs.get().key() != regon.get().key()) {
            return new Match.Unclear(problem(
                    "directory.import.two", krs.get().name(), regon.get().name()));
        }
        if (krs.isPresent()) {
            return new Match.One(krs.get());
        }
        if (regon.isPresent()) {
            return numbersAreAgainst(entry, regon.get())
                    ? new Match.Unclear(
                            problem("directory.import.otherKrs", regon.get().name()))
                    : new Match.One(regon.get());
        }
        var named = organisations
                .sameNameAndPlace(
                        entry.at(OrganisationField.NAME),
                        entry.at(OrganisationField.TOWN),
                        entry.at(OrganisationField.COUNTY))
                .stream()
                .filter(candidate -> !numbersAreAgainst(entry, candidate))
                .toList();
        return switch (named.size()) {
            case 0 -> new Match.None();
            case 1 -> new Match.One(named.getFirst());
            default -> new Match.Unclear(problem("directory.import.several"));
        };
    }

    // One name in one town may be two organisations; numbers that differ say so, a number that is missing does not.
    private static boolean numbersAreAgainst(OrganisationEntry entry, Organisation candidate) {
        var krs = Krs.of(entry.at(OrganisationField.KRS)).map(Krs::digits);
        var regon = Regon.of(entry.at(OrganisationField.REGON)).map(Regon::digits);
        return krs.isPresent() && candidate.krs() != null && !krs.get().equals(candidate.krs())
                || regon.isPresent()
                        && candidate.regon() != null
                        && !regon.get().equals(candidate.regon());
    }

    private static OrganisationEntry entry(
            List<String> cells, List<Optional<OrganisationField>> fields, OrganisationEntry known) {
        var typed = new EnumMap<OrganisationField, String>(OrganisationField.class);
        typed.putAll(known.typed());
        for (int column = 0; column < Math.min(cells.size(), fields.size()); column++) {
            var field = fields.get(column).orElse(null);
            var cell = cells.get(column).strip();
            if (field != null && !ImportWords.saysNothing(cell)) {
                typed.put(field, ImportWords.understood(field, cell));
            }
        }
        return new OrganisationEntry(typed);
    }

    /** What stands in the cells of a row. */
    public List<String> cells(ImportRow row) {
        return read(row.cells());
    }

    /** What each column is read as. */
    public List<Optional<OrganisationField>> fields(OrganisationImport sent) {
        return read(sent.fields()).stream()
                .map(name -> name.isEmpty()
                        ? Optional.<OrganisationField>empty()
                        : Optional.of(OrganisationField.valueOf(name)))
                .toList();
    }

    /** The headings of the file. */
    public List<String> headings(OrganisationImport sent) {
        return read(sent.headings());
    }

    /** The first rows, to show what stands in the columns. */
    public List<List<String>> sample(OrganisationImport sent, int most) {
        return rows.first(sent.key(), most).stream().map(this::cells).toList();
    }

    /** How many rows of an import came out how, by name of {@link Outcome}; those that are not checked yet under the empty text. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, Long> counts(OrganisationImport sent) {
        return sent.counts() == null ? countsNow(sent.key()) : keptCounts(sent.counts());
    }

    private Map<String, Long> keptCounts(String kept) {
        try {
            return json.readValue(kept, Argument.mapOf(String.class, Long.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the rows of an import to which nothing happened since some time; how many came out how is kept. */
    @Transactional
    void forget(long importId, Instant untouchedSince) {
        // Locked, so that nobody begins to work on the rows meanwhile.
        if (imports.lock(importId).isEmpty() || !imports.untouched(importId, untouchedSince)) {
            return;
        }
        imports.forget(importId, written(countsNow(importId)));
        rows.deleteOf(importId);
    }

    private Map<String, Long> countsNow(long importId) {
        return imports.counts(importId).stream()
                .collect(Collectors.toMap(
                        count -> Objects.requireNonNullElse(count.outcome(), ""),
                        OrganisationImports.OutcomeCount::total,
                        Long::sum,
                        TreeMap::new));
    }

    /** Refused rows of an import after one that is known, in the order of the file. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ImportRow> refused(long importId, long after, int limit) {
        return rows.withOutcome(importId, Outcome.REFUSED, after, limit);
    }

    /** Why a row was refused. */
    public List<RowProblem> problems(ImportRow row) {
        try {
            return json.readValue(row.problems(), Argument.listOf(RowProblem.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A column more that claims the same fact would overwrite the first; a name that is no field's is not read.
    private static List<String> eachOnce(List<String> fields) {
        var taken = EnumSet.noneOf(OrganisationField.class);
        return fields.stream()
                .map(name -> EnumSet.allOf(OrganisationField.class).stream()
                        .filter(field -> field.name().equals(name))
                        .filter(taken::add)
                        .map(OrganisationField::name)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private void note(
            ImportRow row, About about, Outcome outcome, List<RowProblem> problems, @Nullable Long organisationId) {
        rows.note(row.key(), about.krs(), about.regon(), about.name(), outcome, written(problems), organisationId);
    }

    private static RowProblem problem(String key, Object... arguments) {
        return new RowProblem("", key, List.of(arguments));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read(String list) {
        try {
            return json.readValue(list, Argument.listOf(String.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which organisation a row is about. */
    private sealed interface Match {
        record None() implements Match {}

        record One(Organisation organisation) implements Match {}

        record Unclear(RowProblem why) implements Match {}
    }

    /**
     * What a row says.
     *
     * @param bare by itself
     * @param entry together with what is known of the organisation
     * @param existing which organisation that is, null for a new one
     * @param problems why it cannot be taken in
     */
    private record About(
            OrganisationEntry bare,
            OrganisationEntry entry,
            @Nullable Organisation existing,
            List<RowProblem> problems) {

        @Nullable
        String krs() {
            return Krs.of(bare.at(OrganisationField.KRS)).map(Krs::digits).orElse(null);
        }

        @Nullable
        String regon() {
            return Regon.of(bare.at(OrganisationField.REGON)).map(Regon::digits).orElse(null);
        }

        String name() {
            var name = PolishSearch.fold(String.join(
                    " | ",
                    bare.at(OrganisationField.NAME),
                    bare.at(OrganisationField.TOWN),
                    bare.at(OrganisationField.COUNTY)));
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        }
    }

    /** Which row failed. */
    private static final class RowFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final long row;
        private final int line;

        RowFailed(ImportRow row, RuntimeException cause) {
            super("Line " + row.lineNumber() + " failed", cause);
            this.row = row.key();
            this.line = row.lineNumber();
        }

        long row() {
            return row;
        }

        int line() {
            return line;
        }
    }

    /** What came of sending a file. */
    public sealed interface Sending {

        /** Its rows are kept. */
        record Done(OrganisationImport sent) implements Sending {}

        /** It holds no table that can be read. */
        record Refused(TableFile.Refused why) implements Sending {}

        /** It has headings and no row under them. */
        record HeadingsOnly() implements Sending {}

        /** The actor may not. */
        record Forbidden() implements Sending {}
    }

    /** Works on the rows of an import, on whichever node. */
    @Singleton
    static final class Work implements Job {

        private final ImportingOrganisations importing;

        Work(ImportingOrganisations importing) {
            this.importing = importing;
        }

        @Override
        public String name() {
            return JOB;
        }

        @Override
        public void run(String data) {
            importing.work(Long.parseLong(data));
        }
    }
}
