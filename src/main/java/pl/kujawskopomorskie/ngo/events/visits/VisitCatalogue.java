package pl.kujawskopomorskie.ngo.events.visits;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Visits for reading. A page of the list costs three queries, a visit three. */
@Singleton
public class VisitCatalogue {

    private static final int PAGE = 20;

    private final Visits visits;
    private final Rows rows;
    private final Clock clock;

    VisitCatalogue(Visits visits, Rows rows, Clock clock) {
        this.visits = visits;
        this.rows = rows;
        this.clock = clock;
    }

    /** One page of the visits that match: those to come, the next one first, then the others, the last one first; and their years. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Found find(Filter filter) {
        var today = OfficeTime.today(clock);
        var first = LocalDate.of(filter.year() == 0 ? 2000 : filter.year(), 1, 1);
        var last = LocalDate.of(filter.year() == 0 ? 2100 : filter.year(), 12, 31);
        var state = filter.state() == null ? "" : filter.state().name();
        var part = filter.words().isEmpty() ? "" : part(filter.words());
        var total = rows.count(filter.everybodys(), first, last, state, filter.commissioned(), part, today);
        var pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
        // Beyond the end there is nothing to show but the last page.
        var number = Math.min(filter.page(), pages);
        var found = rows.page(
                filter.everybodys(),
                first,
                last,
                state,
                filter.commissioned(),
                part,
                today,
                PAGE,
                PAGE * (long) (number - 1));
        return new Found(
                found.stream().map(row -> row.listed(today)).toList(),
                total,
                number,
                pages,
                rows.years(filter.everybodys(), today));
    }

    /** A visit with who went. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Whole> find(String slug) {
        return visits.findBySlug(slug).map(visit -> {
            var today = OfficeTime.today(clock);
            var state = visit.state(today);
            return new Whole(
                    visit,
                    state,
                    rows.organisation(visit.key()).orElse(null),
                    visits.people(visit.key()),
                    state == VisitState.TO_CONFIRM
                            || state == VisitState.PLANNED && !visit.visitedOn().isAfter(today));
        });
    }

    private static String part(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * What is asked for.
     *
     * @param everybodys only what everybody may know of and what still holds: made or to come
     * @param year or 0 for all
     * @param state or null for all
     * @param commissioned only of organisations that carry out commissioned tasks
     * @param words of the organisation, the purpose or the task, as typed, or empty
     * @param page from 1
     */
    public record Filter(
            boolean everybodys, int year, @Nullable VisitState state, boolean commissioned, String words, int page) {}

    /**
     * One page of the list.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     * @param years that there are visits of, the last first
     */
    public record Found(List<Listed> rows, long total, int number, int pages, List<Integer> years) {}

    /**
     * A visit in the list.
     *
     * @param slug its name in addresses
     * @param organisationName as it was called
     * @param visitedOn the day
     * @param purpose what for
     * @param commissioned whether the programme counts it
     * @param shown whether everybody may know of it
     * @param state on this day
     * @param people how many officials
     */
    public record Listed(
            String slug,
            String organisationName,
            LocalDate visitedOn,
            String purpose,
            boolean commissioned,
            boolean shown,
            VisitState state,
            int people) {}

    /**
     * A visit.
     *
     * @param visit as its row keeps it
     * @param state on this day
     * @param organisation slug of the organisation in the directory, or null
     * @param people who went
     * @param makeable whether a clerk may say on this day that it was made
     */
    public record Whole(
            Visit visit, VisitState state, @Nullable String organisation, List<VisitPerson> people, boolean makeable) {}

    /** What the register is read by. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Rows extends GenericRepository<Visit, Long> {

        String EVERYBODYS = "(:everybodys = FALSE OR (v.shown AND v.cancelled_at IS NULL"
                + " AND (v.made_at IS NOT NULL OR v.visited_on >= :today)))";

        String MATCHING = " FROM visit v WHERE " + EVERYBODYS + " AND v.visited_on BETWEEN :first AND :last"
                + " AND (:state = '' OR (:state = 'CANCELLED' AND v.cancelled_at IS NOT NULL)"
                + " OR (:state = 'MADE' AND v.made_at IS NOT NULL)"
                + " OR (v.cancelled_at IS NULL AND v.made_at IS NULL"
                + " AND ((:state = 'PLANNED' AND v.visited_on >= :today)"
                + " OR (:state = 'TO_CONFIRM' AND v.visited_on < :today))))"
                + " AND (:commissioned = FALSE OR v.commissioned)"
                + " AND (:part = '' OR v.organisation_name LIKE :part ESCAPE '!' OR v.purpose LIKE :part ESCAPE '!'"
                + " OR v.task LIKE :part ESCAPE '!')";

        @Query("SELECT COUNT(*)" + MATCHING)
        long count(
                boolean everybodys,
                LocalDate first,
                LocalDate last,
                String state,
                boolean commissioned,
                String part,
                LocalDate today);

        @Query("SELECT v.slug, v.organisation_name, v.visited_on, v.purpose, v.commissioned, v.shown, v.made_at,"
                + " v.cancelled_at, (SELECT COUNT(*) FROM visit_person p WHERE p.visit_id = v.id) AS people" + MATCHING
                + " ORDER BY v.visited_on < :today, CASE WHEN v.visited_on >= :today THEN v.visited_on END,"
                + " v.visited_on DESC, v.id DESC LIMIT :limit OFFSET :offset")
        List<Row> page(
                boolean everybodys,
                LocalDate first,
                LocalDate last,
                String state,
                boolean commissioned,
                String part,
                LocalDate today,
                int limit,
                long offset);

        @Query("SELECT DISTINCT YEAR(v.visited_on) FROM visit v WHERE " + EVERYBODYS + " ORDER BY 1 DESC")
        List<Integer> years(boolean everybodys, LocalDate today);

        @Query("SELECT o.slug FROM visit v JOIN organisation o ON o.id = v.organisation_id"
                + " AND o.listed_at IS NOT NULL AND o.merged_into IS NULL WHERE v.id = :visitId")
        Optional<String> organisation(long visitId);

        /** The last visits of an organisation that everybody may know of, newest first. */
        @Query("SELECT v.slug, v.purpose, v.visited_on FROM visit v WHERE v.organisation_id = :organisationId"
                + " AND v.shown AND v.made_at IS NOT NULL ORDER BY v.visited_on DESC, v.id DESC LIMIT :limit")
        List<OfOrganisation> lastOf(long organisationId, int limit);

        /** A row of the list. */
        @Introspected
        record Row(
                String slug,
                String organisationName,
                LocalDate visitedOn,
                String purpose,
                boolean commissioned,
                boolean shown,
                @Nullable Instant madeAt,
                @Nullable Instant cancelledAt,
                int people) {

            Listed listed(LocalDate today) {
                return new Listed(
                        slug,
                        organisationName,
                        visitedOn,
                        purpose,
                        commissioned,
                        shown,
                        VisitState.of(madeAt != null, cancelledAt != null, visitedOn, today),
                        people);
            }
        }

        /** A visit of an organisation. */
        @Introspected
        record OfOrganisation(String slug, String purpose, LocalDate visitedOn) {}
    }
}
