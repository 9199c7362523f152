package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** An organisation asks never to be invited to anything again. */
@Singleton
public class DecliningInvitations {

    private final Organisations organisations;
    private final UninvitedOrganisations uninvited;
    private final AuditLog audit;
    private final Clock clock;

    DecliningInvitations(Organisations organisations, UninvitedOrganisations uninvited, AuditLog audit, Clock clock) {
        this.organisations = organisations;
        this.uninvited = uninvited;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes it, in the transaction of the caller, who knows that the organisation asked. Done twice it is done once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decline(long organisationId) {
        var organisation = organisations.findById(organisationId).orElseThrow();
        if (organisation.uninvitedAt() != null) {
            return;
        }
        organisations.countChange();
        if (uninvited.uninvite(organisationId, OfficeTime.now(clock), organisations.changeNumber()) > 0) {
            audit.record(null, "ORGANISATION_UNINVITED", "organisation", organisation.slug(), "");
        }
    }
}
