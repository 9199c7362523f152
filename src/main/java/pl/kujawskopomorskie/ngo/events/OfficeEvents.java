package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Events as the office lists them, drafts included. One query for the rows and one for how many there are, whatever the page. */
@Singleton
public class OfficeEvents {

    private static final String FROM = """
             FROM event e LEFT JOIN (SELECT event_id, MIN(starts_at) AS starts_at, MAX(ends_at) AS ends_at FROM event_session
               GROUP BY event_id) s ON s.event_id = e.id
            """;

    private static final String COLUMNS = """
            SELECT e.slug, e.title, e.kind, e.venue, e.published_at, e.cancelled_at, e.registration_opens_at,
              e.registration_closes_at, e.series_of, s.starts_at, s.ends_at,
              (SELECT COUNT(*) FROM registration r JOIN attendee a ON a.registration_id = r.id WHERE r.event_id = e.id
                AND (r.ended_at IS NULL AND (r.confirmed_at IS NOT NULL OR r.confirm_by > ?)
                  OR r.ended_why = 'EVENT_CANCELLED')) AS people,
              e.on_local_law OR e.for_both_sectors OR e.for_competence AS counted,\s""" + HeldEvents.SOMEBODY_CAME + " AS somebody_came";

    // Drafts first, as they wait for work; then what comes next; then what is over, the last one first.
    private static final String ORDER = """
             ORDER BY CASE WHEN e.published_at IS NULL THEN 0 WHEN e.cancelled_at IS NULL AND s.ends_at > ? THEN 1 ELSE 2 END,
               CASE WHEN s.ends_at > ? THEN s.starts_at END, s.starts_at DESC, e.id DESC LIMIT ? OFFSET ?
            """;

    private final JdbcOperations jdbc;
    private final Clock clock;

    OfficeEvents(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page of the events that match, and how many match in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Found find(Filter filter) {
        var now = OfficeTime.now(clock);
        var where = new SqlWhere();
        if (filter.stage() != null) {
            switch (filter.stage()) {
                case DRAFTS -> where.and("e.published_at IS NULL");
                case COMING ->
                    where.and("e.published_at IS NOT NULL AND e.cancelled_at IS NULL AND s.ends_at > ?", now);
                case PAST -> where.and("e.published_at IS NOT NULL AND e.cancelled_at IS NULL AND s.ends_at <= ?", now);
                case CANCELLED -> where.and("e.cancelled_at IS NOT NULL");
            }
        }
        if (filter.kind() != null) {
            where.and("e.kind = ?", filter.kind().name());
        }
        if (!filter.words().isEmpty()) {
            PolishSearch.query(filter.words())
                    .ifPresentOrElse(
                            words -> where.and("MATCH (e.search_text) AGAINST (? IN BOOLEAN MODE)", words),
                            () -> where.and("1 = 0"));
        }
        var total = where.count(jdbc, "SELECT COUNT(*)" + FROM);
        var page = Paging.of(total, filter.page(), filter.size());
        var arguments = new ArrayList<Object>();
        arguments.add(now);
        arguments.addAll(where.arguments());
        arguments.addAll(List.of(now, now, filter.size(), page.offset()));
        var rows = SqlWhere.query(jdbc, COLUMNS + FROM + where.sql() + ORDER, arguments, row -> row(row, now));
        return new Found(rows, total, page.number(), page.pages());
    }

    private static Row row(ResultSet row, Instant now) throws SQLException {
        var startsAt = SqlWhere.moment(row, "starts_at");
        var endsAt = SqlWhere.moment(row, "ends_at");
        return new Row(
                row.getString("slug"),
                row.getString("title"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("venue"),
                EventState.of(
                        SqlWhere.moment(row, "published_at") != null,
                        SqlWhere.moment(row, "cancelled_at") != null,
                        SqlWhere.moment(row, "registration_opens_at"),
                        SqlWhere.moment(row, "registration_closes_at"),
                        endsAt,
                        now),
                startsAt,
                endsAt,
                row.getInt("people"),
                row.getObject("series_of") != null,
                row.getBoolean("counted"),
                row.getBoolean("somebody_came"));
    }

    /** Parts of the list. */
    public enum Stage {
        /** Not announced yet. */
        DRAFTS,
        /** Announced, and not over. */
        COMING,
        /** Over. */
        PAST,
        /** Cancelled. */
        CANCELLED
    }

    /**
     * What is asked for.
     *
     * @param stage or null for all
     * @param kind or null for all
     * @param words as typed, or empty
     * @param page from 1
     * @param size most rows of a page
     */
    public record Filter(@Nullable Stage stage, @Nullable EventKind kind, String words, int page, int size) {}

    /**
     * An event in the list.
     *
     * @param slug its name in addresses
     * @param title as announced
     * @param kind what it is
     * @param venue where
     * @param state at the moment
     * @param startsAt beginning of its first session, or null without one
     * @param endsAt end of its last session, or null without one
     * @param people who are registered, those included whose link is not opened yet; or were when it was cancelled
     * @param repeats whether it repeats another
     * @param counted whether the cooperation programme would count it
     * @param somebodyCame whether anybody is known to have been there
     */
    public record Row(
            String slug,
            String title,
            EventKind kind,
            String venue,
            EventState state,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            int people,
            boolean repeats,
            boolean counted,
            boolean somebodyCame) {

        /** Whether it is over, and nobody has noted yet that anybody came: so the programme does not count it. */
        public boolean unattended() {
            return state == EventState.HELD && !somebodyCame;
        }
    }

    /**
     * One page of the list.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Found(List<Row> rows, long total, int number, int pages) {}
}
