package pl.kujawskopomorskie.ngo.events.teams;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

/** Rows of members of teams. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TeamMembers extends GenericRepository<TeamMember, Long> {

    /** Saves a new one. A form that was sent already is refused by the database. */
    TeamMember save(TeamMember member);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    TeamMember update(TeamMember member);

    Optional<TeamMember> findByIdAndTeamId(long id, long teamId);

    Optional<TeamMember> findByFormToken(String formToken);

    /** Whether an organisation is in the directory, for everybody to see. */
    @Query("SELECT EXISTS (SELECT 1 FROM organisation WHERE id = :organisationId AND listed_at IS NOT NULL"
            + " AND merged_into IS NULL)")
    boolean listed(long organisationId);

    @Query("SELECT COUNT(*) FROM team_member WHERE team_id = :teamId")
    int count(long teamId);

    @Query("DELETE FROM team_member WHERE id = :id AND team_id = :teamId")
    void delete(long id, long teamId);

    /** Deletes the names of those who left before a day, and of all of teams that ended before it; of how many. */
    @Query("UPDATE team_member m JOIN team t ON t.id = m.team_id"
            + " SET m.name = '', m.shown = FALSE, m.revision = m.revision + 1"
            + " WHERE m.name <> '' AND (m.member_to < :before OR t.active_to < :before)")
    int forget(LocalDate before);

    @Query("DELETE FROM team_member WHERE team_id = :teamId")
    void deleteAll(long teamId);
}
