package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of organisations, of the spheres they work in, and of the number that orders their changes. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Organisations extends GenericRepository<Organisation, Long> {

    /** Saves a new one. A slug, KRS or REGON that is taken is refused by the database. */
    Organisation save(Organisation organisation);

    /**
     * Saves a change.
     *
     * @throws io.micronaut.data.exceptions.OptimisticLockException when somebody else changed it since it was read
     */
    Organisation update(Organisation organisation);

    Optional<Organisation> findById(long id);

    /** The organisation of a slug, proposals and doubles included: callers ask the policy who may see it. */
    Optional<Organisation> findBySlug(String slug);

    /** Which of a slug and its numbered followers are taken; a slug has letters, digits and hyphens only. */
    @Query("SELECT slug FROM organisation WHERE slug = :slug"
            + " OR slug LIKE CONCAT(:slug, '-%') AND slug REGEXP CONCAT('^', :slug, '-[0-9]+$')")
    List<String> slugsLike(String slug);

    Optional<Organisation> findByKrs(String krs);

    Optional<Organisation> findByRegon(String regon);

    /** Those of a name in a town of a county: what is left to know one by that is in no register. */
    @Query("SELECT * FROM organisation WHERE name = :name AND town = :town AND county_teryt = :county"
            + " AND merged_into IS NULL AND id NOT IN (SELECT organisation_id FROM organisation_refusal)"
            + " ORDER BY id LIMIT 50")
    List<Organisation> sameNameAndPlace(String name, String town, String county);

    List<Organisation> findByIdIn(Collection<Long> ids);

    /** The organisation, locked until the transaction ends. */
    @Query("SELECT * FROM organisation WHERE id = :id FOR UPDATE")
    Optional<Organisation> lock(long id);

    /** Those whose last change has a higher number, in the order of commits: what an index or a copy has not seen yet. */
    @Query("SELECT * FROM organisation WHERE change_number > :after ORDER BY change_number LIMIT :limit")
    List<Organisation> changedAfter(long after, int limit);

    /** Proposals that wait for the office, after one that is known, the oldest first. */
    @Query("SELECT o.* FROM organisation o LEFT JOIN organisation_refusal f ON f.organisation_id = o.id"
            + " WHERE o.listed_at IS NULL AND o.merged_into IS NULL AND f.organisation_id IS NULL AND o.id > :after"
            + " ORDER BY o.id LIMIT :limit")
    List<Organisation> proposals(long after, int limit);

    /** How many proposals wait for the office. */
    @Query("SELECT COUNT(*) FROM organisation o LEFT JOIN organisation_refusal f ON f.organisation_id = o.id"
            + " WHERE o.listed_at IS NULL AND o.merged_into IS NULL AND f.organisation_id IS NULL")
    long countProposals();

    /** The points of the spheres that an organisation works in. */
    @Query("SELECT sphere FROM organisation_sphere WHERE organisation_id = :id ORDER BY sphere")
    List<String> spheres(long id);

    /** The spheres of several organisations. */
    @Query("SELECT organisation_id, sphere FROM organisation_sphere WHERE organisation_id IN (:ids)"
            + " ORDER BY organisation_id, sphere")
    List<OrganisationSphere> spheresOf(Collection<Long> ids);

    @Query("DELETE FROM organisation_sphere WHERE organisation_id = :id AND sphere = :sphere")
    void removeSphere(long id, String sphere);

    @Query("INSERT INTO organisation_sphere (organisation_id, sphere) VALUES (:id, :sphere)")
    void addSphere(long id, String sphere);

    /** Takes the next number of a change; nobody else gets one before this transaction ends. */
    @Query("UPDATE directory_change_number SET value = value + 1 WHERE id = 1")
    void countChange();

    /** The number of the last change that was committed, or that this transaction took. */
    @Query("SELECT value FROM directory_change_number WHERE id = 1")
    long changeNumber();

    /** Notes that the data were looked through and found right. */
    @Query("UPDATE organisation SET confirmed_at = :at, confirmed_by = :by, confirmed_through = :through,"
            + " changed_at = :at, change_number = :number, revision = revision + 1 WHERE id = :id")
    void confirm(long id, Instant at, @Nullable Long by, ConfirmedThrough through, long number);

    /** Name of the person who last confirmed the data of an organisation, where it was one who is known. */
    @Query("SELECT p.display_name FROM organisation o JOIN person p ON p.id = o.confirmed_by WHERE o.id = :id")
    Optional<String> confirmer(long id);

    /** Takes a proposal into the directory. Its data are confirmed by nobody yet. */
    @Query("UPDATE organisation SET listed_at = :at, changed_at = :at, change_number = :number,"
            + " revision = revision + 1 WHERE id = :id AND listed_at IS NULL")
    void list(long id, Instant at, long number);

    /** How many organisations everybody sees. */
    @Query("SELECT COUNT(*) FROM organisation WHERE listed_at IS NOT NULL AND merged_into IS NULL")
    long countListed();
}
