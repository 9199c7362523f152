package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport.State;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A table of organisations is read, checked without changing anything, and taken in: an organisation that the directory has (by
 * KRS, else REGON, else the same name and town) is changed in what the table says of it, one that is only proposed is taken in,
 * another is added. Sending the same table again changes nothing.
 *
 * <p>Rows are worked on a few at a time, each few in a transaction of their own, by a job that goes on after a crash with the first
 * row that is not done. An empty cell says nothing: it never erases what is known.
 */
@Singleton
public class ImportingOrganisations {

    private static final Logger LOG = LoggerFactory.getLogger(ImportingOrganisations.class);
    private static final String JOB = "import-organisations";
    private static final int STEP = 100;

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
     * Reads a table that was sent and keeps its rows.
     *
     * @param actor who sent it, null on the command line
     */
    @Transactional
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

    private OrganisationImport keep(TableFile.Table table, String fileName, @Nullable Actor actor) {
        var fields = ImportColumns.guess(table.header()).stream()
                .map(field -> field.map(OrganisationField::name).orElse(""))
                .toList();
        var personId = actor == null ? null : actor.personId();
        var saved = imports.save(new OrganisationImport(
                null,
                fileName.length() <= 200 ? fileName : fileName.substring(0, 200),
                State.SENT,
                written(table.header()),
                written(fields),
                table.rows().size(),
                OfficeTime.now(clock),
                personId,
                null));
        rows.saveAll(table.rows().stream()
                .map(row ->
                        new ImportRow(null, saved.key(), row.number(), written(row.cells()), null, null, "[]", null))
                .toList());
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
        if (sent == null || sent.state() != State.SENT && sent.state() != State.CHECKED) {
            return false;
        }
        rows.forgetCheck(importId);
        imports.begin(importId, State.CHECKING, written(eachOnce(fields)));
        jobs.add(JOB, "check-" + importId + "-" + OfficeTime.now(clock), Long.toString(importId));
        return true;
    }

    /** Begins to take the checked rows in. */
    @Transactional
    public boolean apply(long importId, @Nullable Actor actor) {
        if (actor != null && !OrganisationPolicy.mayRun(actor)) {
            return false;
        }
        var checked = imports.lock(importId).orElse(null);
        if (checked == null || checked.state() != State.CHECKED) {
            return false;
        }
        imports.begin(importId, State.RUNNING, checked.fields());
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
        while (true) {
            try {
                if (!step(importId, STEP)) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.info("A step of import {} failed and is taken row by row", importId, e);
                for (int at = 0; at < STEP; at++) {
                    try {
                        if (!step(importId, 1)) {
                            return;
                        }
                    } catch (RuntimeException single) {
                        refuseNext(importId);
                    }
                }
            }
        }
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
        if (next.isEmpty()) {
            imports.reach(importId, checking ? State.CHECKED : State.DONE, checking ? null : OfficeTime.now(clock));
            return false;
        }
        var fields = fields(current);
        for (var row : next) {
            if (checking) {
                check(row, fields);
            } else {
                apply(row, fields, current.createdBy());
            }
        }
        return true;
    }

    // A row that nobody foresaw must not stop the others.
    @Transactional
    void refuseNext(long importId) {
        var current = imports.lock(importId).orElseThrow();
        var next = current.state() == State.CHECKING ? rows.unchecked(importId, 1) : rows.waiting(importId, 1);
        next.forEach(row -> note(row, row.matchKey(), Outcome.REFUSED, List.of(problem("directory.again")), null));
    }

    private void check(ImportRow row, List<Optional<OrganisationField>> fields) {
        var cells = cells(row);
        var bare = entry(cells, fields, new OrganisationEntry(Map.of()));
        var matchKey = matchKey(bare);
        var match = match(bare);
        if (match instanceof Match.Two(var byKrs, var byRegon)) {
            note(row, matchKey, Outcome.REFUSED, List.of(problem("directory.import.two", byKrs, byRegon)), null);
            return;
        }
        var existing = match instanceof Match.One(var found) ? found : null;
        var entry = existing == null
                ? bare
                : entry(cells, fields, existing.facts(saving.spheres(existing)).entry());
        var problems = new ArrayList<RowProblem>();
        entry.check(OfficeTime.today(clock).getYear())
                .all()
                .forEach(error -> problems.add(new RowProblem(error.field(), error.key(), error.arguments())));
        var earlier = matchKey == null ? null : rows.earlierAbout(row.importId(), matchKey, row.key());
        if (earlier != null) {
            problems.add(problem("directory.import.twice", earlier));
        }
        if (!problems.isEmpty()) {
            note(row, matchKey, Outcome.REFUSED, problems, null);
        } else if (existing == null) {
            note(row, matchKey, Outcome.WOULD_ADD, List.of(), null);
        } else {
            var same = existing.listed() && entry.facts().equals(existing.facts(saving.spheres(existing)));
            note(row, matchKey, same ? Outcome.SAME : Outcome.WOULD_CHANGE, List.of(), existing.id());
        }
    }

    private void apply(ImportRow row, List<Optional<OrganisationField>> fields, @Nullable Long personId) {
        var cells = cells(row);
        var bare = entry(cells, fields, new OrganisationEntry(Map.of()));
        var match = match(bare);
        if (match instanceof Match.One(var found) && !found.listed()) {
            // Under the number of the change nobody else decides on the proposal.
            organisations.countChange();
            match = match(bare);
        }
        switch (match) {
            case Match.Two(var byKrs, var byRegon) ->
                note(
                        row,
                        row.matchKey(),
                        Outcome.REFUSED,
                        List.of(problem("directory.import.two", byKrs, byRegon)),
                        null);
            case Match.One(var existing) -> {
                // What stands in the office's own table is in the directory, whoever proposed it before.
                var listed = existing.listed() ? existing : proposals.takeIn(existing, personId);
                var entry = entry(
                        cells, fields, listed.facts(saving.spheres(listed)).entry());
                var saved = saving.change(listed, entry.facts(), ChangeSource.IMPORT, personId);
                var same = saved.revision() == existing.revision();
                note(row, row.matchKey(), same ? Outcome.SAME : Outcome.CHANGED, List.of(), saved.id());
            }
            case Match.None() -> {
                var saved = saving.begin(bare.facts(), OfficeTime.now(clock), ChangeSource.IMPORT, personId);
                note(row, row.matchKey(), Outcome.ADDED, List.of(), saved.id());
            }
        }
    }

    private Match match(OrganisationEntry entry) {
        var krs = Krs.of(entry.at(OrganisationField.KRS)).flatMap(number -> organisations.findByKrs(number.digits()));
        var regon = Regon.of(entry.at(OrganisationField.REGON))
                .flatMap(number -> organisations.findByRegon(number.digits()));
        if (krs.isPresent()
                && regon.isPresent()
                && krs.get().key() != regon.get().key()) {
            return new Match.Two(krs.get().name(), regon.get().name());
        }
        return krs.or(() -> regon)
                .or(() -> organisations.sameNameAndTown(
                        entry.at(OrganisationField.NAME), entry.at(OrganisationField.TOWN)))
                .<Match>map(Match.One::new)
                .orElseGet(Match.None::new);
    }

    private static @Nullable String matchKey(OrganisationEntry entry) {
        var krs = Krs.of(entry.at(OrganisationField.KRS)).map(number -> "KRS " + number.digits());
        var regon = Regon.of(entry.at(OrganisationField.REGON)).map(number -> "REGON " + number.digits());
        var name = PolishSearch.fold(entry.at(OrganisationField.NAME) + " | " + entry.at(OrganisationField.TOWN));
        return krs.or(() -> regon).orElse(name.length() <= 400 ? name : name.substring(0, 400));
    }

    private static OrganisationEntry entry(
            List<String> cells, List<Optional<OrganisationField>> fields, OrganisationEntry known) {
        var typed = new EnumMap<OrganisationField, String>(OrganisationField.class);
        typed.putAll(known.typed());
        for (int column = 0; column < Math.min(cells.size(), fields.size()); column++) {
            var field = fields.get(column).orElse(null);
            var cell = cells.get(column).strip();
            if (field != null && !cell.isEmpty()) {
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
    public Map<String, Long> counts(long importId) {
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
            ImportRow row, @Nullable String matchKey, Outcome outcome, List<RowProblem> problems, @Nullable Long id) {
        rows.note(row.key(), matchKey, outcome, written(problems), id);
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

        record Two(String byKrs, String byRegon) implements Match {}
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
