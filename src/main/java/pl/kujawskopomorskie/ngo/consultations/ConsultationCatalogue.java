package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Consultations as lists and headers show them: with the state that follows from their dates and the counts that follow
 * from their remarks. One query for the rows and one for how many there are, whatever the page.
 */
@Singleton
public class ConsultationCatalogue {

    private static final String COLUMNS = """
            SELECT c.id, c.slug, c.year, c.number, c.title, c.subject, c.summary, c.kind, c.opens_at, c.closes_at,
              c.report_due_on, c.announced_at, c.cancelled_at, c.act_number, d.name AS department,
              (SELECT r.published_at FROM consultation_report r WHERE r.consultation_id = c.id) AS reported_at,
              (SELECT COUNT(*) FROM remark r WHERE r.consultation_id = c.id AND r.state = 'SUBMITTED') AS remarks,
              (SELECT COUNT(*) FROM remark r JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'
                WHERE r.consultation_id = c.id AND r.state = 'SUBMITTED') AS answered
            FROM consultation c JOIN department d ON d.id = c.department_id
            """;

    private static final String REPORTED =
            "EXISTS (SELECT 1 FROM consultation_report r WHERE r.consultation_id = c.id AND r.published_at IS NOT NULL)";

    private static final String UNANSWERED = """
            EXISTS (SELECT 1 FROM remark r LEFT JOIN answer a ON a.remark_id = r.id AND a.state = 'APPROVED'
              WHERE r.consultation_id = c.id AND r.state = 'SUBMITTED' AND a.id IS NULL)
            """;

    // Whether an answer is missing matters only between the end of the term and the report, and is asked only then.
    private static final String HEADING = """
            SELECT c.id, c.slug, c.year, c.number, c.title, c.opens_at, c.closes_at, c.announced_at, c.cancelled_at,
              c.act_number,
              %s AS reported,
              CASE WHEN c.closes_at <= ? AND c.cancelled_at IS NULL AND NOT %s THEN %s ELSE FALSE END AS unanswered
            FROM consultation c WHERE c.slug = ?
            """.formatted(REPORTED, REPORTED, UNANSWERED);

    private final JdbcOperations jdbc;
    private final Clock clock;

    ConsultationCatalogue(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of the consultations that match, the most pressing first, and how many match in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page find(ConsultationFilter filter) {
        var now = OfficeTime.now(clock);
        var where = matching(filter, now);
        // Open ones by what closes first, then those to come, then what is over, newest first.
        var order = """
                 ORDER BY CASE WHEN c.announced_at IS NULL THEN 0
                   WHEN c.cancelled_at IS NULL AND c.opens_at <= ? AND c.closes_at > ? THEN 1
                   WHEN c.cancelled_at IS NULL AND c.opens_at > ? THEN 2 ELSE 3 END,
                 CASE WHEN c.closes_at > ? THEN c.closes_at END, c.closes_at DESC, c.id DESC LIMIT ? OFFSET ?
                """;
        var total = query(
                        "SELECT COUNT(*) FROM consultation c" + where.sql(),
                        where.arguments,
                        result -> result.getLong(1))
                .getFirst();
        // Beyond the end there is nothing to show but the last page.
        var number = Math.min(filter.page(), Page.pages(total, filter.size()));
        var arguments = new ArrayList<Object>(where.arguments);
        arguments.addAll(List.of(now, now, now, now, filter.size(), filter.size() * (long) (number - 1)));
        var rows = query(COLUMNS + where.sql() + order, arguments, result -> overview(result, now));
        return new Page(rows, total, number, filter.size());
    }

    /**
     * Announced consultations after one that is known by its public number, in the order of these numbers: a client that reads
     * page by page gets each once, however many are announced meanwhile.
     *
     * @param filter its page and size are not asked
     * @param year 0 to begin with the first
     * @param number within that year
     * @param limit most rows
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ConsultationOverview> after(ConsultationFilter filter, int year, int number, int limit) {
        var now = OfficeTime.now(clock);
        var where = matching(filter, now);
        where.and("c.announced_at IS NOT NULL");
        where.and("c.year > ? OR (c.year = ? AND c.number > ?)", year, year, number);
        var arguments = new ArrayList<Object>(where.arguments);
        arguments.add(limit);
        return query(
                COLUMNS + where.sql() + " ORDER BY c.year, c.number LIMIT ?",
                arguments,
                result -> overview(result, now));
    }

    private static Where matching(ConsultationFilter filter, Instant now) {
        var where = new Where();
        if (!filter.withDrafts()) {
            where.and("c.announced_at IS NOT NULL");
        }
        if (filter.state() != null) {
            stateIs(where, filter.state(), now);
        }
        if (filter.kind() != null) {
            where.and("c.kind = ?", filter.kind().name());
        }
        if (filter.year() != null) {
            where.and(
                    "c.closes_at > ? AND c.closes_at <= ?",
                    OfficeTime.startOf(LocalDate.of(filter.year(), 1, 1)),
                    OfficeTime.startOf(LocalDate.of(filter.year() + 1, 1, 1)));
        }
        if (!filter.words().isEmpty()) {
            PolishSearch.query(filter.words())
                    .ifPresentOrElse(
                            words -> where.and("MATCH (c.search_text) AGAINST (? IN BOOLEAN MODE)", words),
                            () -> where.and("1 = 0"));
        }
        return where;
    }

    /** The header of one consultation. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ConsultationOverview> find(String slug) {
        var now = OfficeTime.now(clock);
        return query(COLUMNS + " WHERE c.slug = ?", List.of(slug), result -> overview(result, now)).stream()
                .findFirst();
    }

    /** The head of one consultation, without its counts. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ConsultationHeading> heading(String slug) {
        var now = OfficeTime.now(clock);
        return query(HEADING, List.of(now, slug), result -> heading(result, now)).stream()
                .findFirst();
    }

    /** The years in which announced consultations close, the last first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Integer> years() {
        return query(
                "SELECT DISTINCT YEAR(closes_at) AS y FROM consultation WHERE announced_at IS NOT NULL ORDER BY y DESC",
                List.of(),
                result -> result.getInt(1));
    }

    private static void stateIs(Where where, ConsultationState state, Instant now) {
        switch (state) {
            case DRAFTED -> where.and("c.announced_at IS NULL AND c.cancelled_at IS NULL");
            case ANNOUNCED ->
                where.and(
                        "c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND c.opens_at > ? AND NOT " + REPORTED,
                        now);
            case OPEN ->
                where.and(
                        "c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND c.opens_at <= ? AND c.closes_at > ? AND NOT "
                                + REPORTED,
                        now,
                        now);
            case CLOSED ->
                where.and(
                        "c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND c.closes_at <= ? AND NOT " + REPORTED
                                + " AND " + UNANSWERED,
                        now);
            case ANSWERED ->
                where.and(
                        "c.announced_at IS NOT NULL AND c.cancelled_at IS NULL AND c.closes_at <= ? AND NOT " + REPORTED
                                + " AND NOT " + UNANSWERED,
                        now);
            case REPORTED -> where.and("c.cancelled_at IS NULL AND c.act_number IS NULL AND " + REPORTED);
            case ADOPTED -> where.and("c.cancelled_at IS NULL AND c.act_number IS NOT NULL AND " + REPORTED);
            case CANCELLED -> where.and("c.cancelled_at IS NOT NULL");
        }
    }

    private static ConsultationOverview overview(ResultSet row, Instant now) throws SQLException {
        var opensAt = moment(row, "opens_at");
        var closesAt = moment(row, "closes_at");
        var remarks = row.getLong("remarks");
        var answered = row.getLong("answered");
        return new ConsultationOverview(
                row.getLong("id"),
                row.getString("slug"),
                reference(row),
                row.getString("title"),
                row.getString("subject"),
                row.getString("summary"),
                ConsultationKind.valueOf(row.getString("kind")),
                row.getString("department"),
                ConsultationState.of(
                        moment(row, "announced_at") != null,
                        moment(row, "cancelled_at") != null,
                        opensAt,
                        closesAt,
                        moment(row, "reported_at") != null,
                        row.getString("act_number") != null,
                        remarks - answered,
                        now),
                opensAt,
                closesAt,
                moment(row, "cancelled_at"),
                moment(row, "reported_at"),
                remarks,
                answered,
                now);
    }

    private static ConsultationHeading heading(ResultSet row, Instant now) throws SQLException {
        var opensAt = moment(row, "opens_at");
        var closesAt = moment(row, "closes_at");
        return new ConsultationHeading(
                row.getLong("id"),
                row.getString("slug"),
                reference(row),
                row.getString("title"),
                ConsultationState.of(
                        row.getObject("announced_at") != null,
                        row.getObject("cancelled_at") != null,
                        opensAt,
                        closesAt,
                        row.getBoolean("reported"),
                        row.getString("act_number") != null,
                        row.getInt("unanswered"),
                        now),
                opensAt,
                closesAt,
                moment(row, "cancelled_at"),
                now);
    }

    private static String reference(ResultSet row) throws SQLException {
        var year = row.getObject("year", Integer.class);
        return year == null ? "" : "K/" + year + "/" + row.getInt("number");
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        return value == null ? null : value.toInstant();
    }

    private <T> List<T> query(String sql, List<?> arguments, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            bind(statement, arguments);
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        });
    }

    private static void bind(PreparedStatement statement, List<?> arguments) throws SQLException {
        var at = 1;
        for (var argument : arguments) {
            if (argument instanceof Instant moment) {
                statement.setTimestamp(at++, Timestamp.from(moment), Calendar.getInstance(TimeZone.getTimeZone("UTC")));
            } else {
                statement.setObject(at++, argument);
            }
        }
    }

    /** Reads one row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Conditions that are met together, with their arguments; no word of a visitor ever becomes SQL. */
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();

        void and(String condition, Object... with) {
            conditions.add("(" + condition + ")");
            arguments.addAll(List.of(with));
        }

        String sql() {
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }
    }

    /**
     * One page of a list.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param size most rows of a page
     */
    public record Page(List<ConsultationOverview> rows, long total, int number, int size) {

        /** How many pages there are, at least one. */
        public int pages() {
            return pages(total, size);
        }

        private static int pages(long total, int size) {
            return (int) Math.max(1, (total + size - 1) / size);
        }
    }
}
