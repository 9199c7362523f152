package pl.kujawskopomorskie.ngo.events.teams;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.CrossSector;
import pl.kujawskopomorskie.ngo.events.Sector;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Teams for reading. A page of the list costs two queries, a team three. */
@Singleton
public class TeamCatalogue {

    private static final int PAGE = 20;
    private static final int MOST_MEETINGS = 100;

    private final Teams teams;
    private final Rows rows;
    private final Clock clock;

    TeamCatalogue(Teams teams, Rows rows, Clock clock) {
        this.teams = teams;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One page of teams, by name.
     *
     * @param former those whose last day is over, otherwise all others
     * @param page from 1; beyond the end there is nothing to show but the last page
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Found find(boolean former, int page) {
        var today = OfficeTime.today(clock);
        var total = rows.count(former, today);
        var pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
        var number = Math.min(page, pages);
        return new Found(
                rows.page(former, today, PAGE, PAGE * (long) (number - 1)).stream()
                        .map(row -> new Listed(
                                row.slug(),
                                row.name(),
                                row.purpose(),
                                row.activeFrom(),
                                row.activeTo(),
                                row.people(),
                                sectors(row.sectors())))
                        .toList(),
                total,
                number,
                pages);
    }

    /** A team with everybody who was ever in it and the events at which it met, drafts included. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Whole> find(String slug) {
        return teams.findBySlug(slug).map(team -> {
            var today = OfficeTime.today(clock);
            var day = team.dayToLookAt(today);
            var members = rows.members(team.key());
            var seats = members.stream().map(Member::seat).toList();
            return new Whole(
                    team,
                    team.endedBy(today),
                    members.stream().filter(member -> !member.leftBefore(day)).toList(),
                    members.stream().filter(member -> member.leftBefore(day)).toList(),
                    new TreeSet<>(CrossSector.on(day, seats)),
                    rows.meetings(team.key(), MOST_MEETINGS));
        });
    }

    /** Events that can be linked with a team, the last first; no more than a list to choose from can hold. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Meeting> eventsToLink(long teamId) {
        return rows.eventsToLink(teamId, MOST_MEETINGS);
    }

    /** Slug of the organisation of the directory that a member represents, or empty. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String organisationOf(long memberId) {
        return rows.organisationOf(memberId).orElse("");
    }

    private static Set<Sector> sectors(@Nullable String joined) {
        return joined == null
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(Sector::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * One page of the list.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Found(List<Listed> rows, long total, int number, int pages) {}

    /**
     * A team in the list.
     *
     * @param slug its name in addresses
     * @param name of the team
     * @param purpose what it is for
     * @param activeFrom its first day
     * @param activeTo its last day, or null
     * @param people how many are in it, or were on its last day
     * @param sectors whom they come from
     */
    public record Listed(
            String slug,
            String name,
            String purpose,
            LocalDate activeFrom,
            @Nullable LocalDate activeTo,
            int people,
            Set<Sector> sectors) {

        /** Whether people of two sectors are in it. */
        public boolean crossSector() {
            return sectors.size() > 1;
        }
    }

    /**
     * A team.
     *
     * @param team as its row keeps it
     * @param ended whether its last day is over
     * @param members who are in it, will be, or were on its last day
     * @param formerMembers who left before
     * @param sectors of those who are in it, or were on its last day
     * @param meetings events at which it met, the last first
     */
    public record Whole(
            Team team,
            boolean ended,
            List<Member> members,
            List<Member> formerMembers,
            Set<Sector> sectors,
            List<Meeting> meetings) {

        /** Whether people of two sectors are in it. */
        public boolean crossSector() {
            return sectors.size() > 1;
        }

        /** Events that everybody may know of, and that were not cancelled. */
        public List<Meeting> announcedMeetings() {
            return meetings.stream()
                    .filter(meeting -> meeting.publishedAt() != null && meeting.cancelledAt() == null)
                    .toList();
        }
    }

    /**
     * A member with the organisation that they represent.
     *
     * @param id key of the row
     * @param name of the person
     * @param role what they do in the team
     * @param sector whom they come from
     * @param body whom they represent, in words
     * @param organisation slug of the same in the directory, or null
     * @param shown whether everybody may see more than the sector
     * @param memberFrom first day
     * @param memberTo last day, or null
     */
    @Introspected
    public record Member(
            long id,
            String name,
            String role,
            Sector sector,
            String body,
            @Nullable String organisation,
            boolean shown,
            LocalDate memberFrom,
            @Nullable LocalDate memberTo) {

        CrossSector.Seat seat() {
            return new CrossSector.Seat(sector, memberFrom, memberTo);
        }

        boolean leftBefore(LocalDate day) {
            return memberTo != null && memberTo.isBefore(day);
        }
    }

    /**
     * An event at which a team met or may have met.
     *
     * @param slug its name in addresses
     * @param title as announced
     * @param publishedAt when it was announced, or null
     * @param cancelledAt when it was cancelled, or null
     * @param startsAt when it begins, or null without a programme
     */
    @Introspected
    public record Meeting(
            String slug,
            String title,
            @Nullable Instant publishedAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant startsAt) {}

    /** What the register is read by. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Rows extends GenericRepository<Team, Long> {

        String IS_FORMER = " FROM team t WHERE (t.active_to IS NOT NULL AND t.active_to < :today) = :former";

        // Those who are in it today, or on the day of its time that is nearest to today.
        String ON_THE_DAY = " FROM team_member m WHERE m.team_id = t.id"
                + " AND m.member_from <= GREATEST(t.active_from, LEAST(:today, COALESCE(t.active_to, :today)))"
                + " AND (m.member_to IS NULL"
                + " OR m.member_to >= GREATEST(t.active_from, LEAST(:today, COALESCE(t.active_to, :today))))";

        @Query("SELECT COUNT(*)" + IS_FORMER)
        long count(boolean former, LocalDate today);

        @Query("SELECT t.slug, t.name, t.purpose, t.active_from, t.active_to, (SELECT COUNT(*)" + ON_THE_DAY
                + ") AS people, (SELECT GROUP_CONCAT(DISTINCT m.sector)" + ON_THE_DAY + ") AS sectors" + IS_FORMER
                + " ORDER BY t.name, t.id LIMIT :limit OFFSET :offset")
        List<ListedRow> page(boolean former, LocalDate today, int limit, long offset);

        @Query(
                "SELECT m.id, m.name, m.role, m.sector, m.body, o.slug AS organisation, m.shown, m.member_from, m.member_to"
                        + " FROM team_member m LEFT JOIN organisation o ON o.id = m.organisation_id"
                        + " AND o.listed_at IS NOT NULL AND o.merged_into IS NULL WHERE m.team_id = :teamId ORDER BY m.id")
        List<Member> members(long teamId);

        @Query("SELECT e.slug, e.title, e.published_at, e.cancelled_at,"
                + " (SELECT MIN(s.starts_at) FROM event_session s WHERE s.event_id = e.id) AS starts_at"
                + " FROM team_meeting k JOIN event e ON e.id = k.event_id WHERE k.team_id = :teamId"
                + " ORDER BY starts_at DESC, e.id DESC LIMIT :limit")
        List<Meeting> meetings(long teamId, int limit);

        @Query("SELECT e.slug, e.title, e.published_at, e.cancelled_at,"
                + " (SELECT MIN(s.starts_at) FROM event_session s WHERE s.event_id = e.id) AS starts_at"
                + " FROM event e WHERE e.cancelled_at IS NULL AND NOT EXISTS"
                + " (SELECT 1 FROM team_meeting k WHERE k.event_id = e.id AND k.team_id = :teamId)"
                + " ORDER BY e.id DESC LIMIT :limit")
        List<Meeting> eventsToLink(long teamId, int limit);

        @Query("SELECT o.slug FROM team_member m JOIN organisation o ON o.id = m.organisation_id"
                + " AND o.listed_at IS NOT NULL AND o.merged_into IS NULL WHERE m.id = :memberId")
        Optional<String> organisationOf(long memberId);

        /** A row of the list. */
        @Introspected
        record ListedRow(
                String slug,
                String name,
                String purpose,
                LocalDate activeFrom,
                @Nullable LocalDate activeTo,
                int people,
                @Nullable String sectors) {}
    }
}
