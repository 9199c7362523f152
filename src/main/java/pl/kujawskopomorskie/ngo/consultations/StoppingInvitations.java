package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Secret;
import pl.kujawskopomorskie.ngo.directory.DecliningInvitations;

/** Whoever reads an organisation's mail says by the link in an invitation that it wants no more of them. */
@Singleton
public class StoppingInvitations {

    private final Invitations invitations;
    private final DecliningInvitations declining;

    StoppingInvitations(Invitations invitations, DecliningInvitations declining) {
        this.invitations = invitations;
        this.declining = declining;
    }

    /** The name of the organisation that a link was sent to. */
    public Optional<String> look(String token) {
        return invitations.ofToken(new Secret(token).hash()).map(Invitations.Invited::name);
    }

    /** Stops them, if the link is one of ours. Done twice it is done once. */
    @Transactional
    public void stop(String token) {
        invitations.ofToken(new Secret(token).hash()).ifPresent(invited -> declining.decline(invited.id()));
    }
}
