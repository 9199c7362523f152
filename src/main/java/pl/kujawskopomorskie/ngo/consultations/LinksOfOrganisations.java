package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import pl.kujawskopomorskie.ngo.directory.OrganisationLinks;

/** Remarks and invitations follow an organisation that turned out to be another one. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class LinksOfOrganisations implements GenericRepository<Remark, Long>, OrganisationLinks {

    @Override
    public void move(long from, long to, long personId) {
        moveRemarks(from, to);
        noteMailsToEither(from, to);
        forgetInvitationsOfBoth(from, to);
        moveInvitations(from, to);
    }

    @Query("UPDATE remark SET organisation_id = :to, revision = revision + 1 WHERE organisation_id = :from")
    abstract void moveRemarks(long from, long to);

    // One organisation gets one mail: what was written to either entry was written to it.
    @Query("UPDATE consultation_invitation kept JOIN consultation_invitation ended"
            + " ON ended.consultation_id = kept.consultation_id AND ended.organisation_id = :from"
            + " SET kept.mailed_at = ended.mailed_at, kept.unsendable = FALSE"
            + " WHERE kept.organisation_id = :to AND kept.mailed_at IS NULL AND ended.mailed_at IS NOT NULL")
    abstract void noteMailsToEither(long from, long to);

    // An organisation is invited to a consultation once, under whichever of its entries.
    @Query("DELETE FROM consultation_invitation WHERE organisation_id = :from AND consultation_id IN"
            + " (SELECT b.consultation_id FROM (SELECT consultation_id FROM consultation_invitation"
            + " WHERE organisation_id = :to) b)")
    abstract void forgetInvitationsOfBoth(long from, long to);

    @Query("UPDATE consultation_invitation SET organisation_id = :to WHERE organisation_id = :from")
    abstract void moveInvitations(long from, long to);
}
