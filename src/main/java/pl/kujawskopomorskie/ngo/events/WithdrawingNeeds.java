package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;

/** Who stated needs takes the consent to keep them back, at any time (article 7(3) GDPR); they are deleted at once. */
@Singleton
public class WithdrawingNeeds {

    private final Registrations registrations;
    private final NeedRows needs;
    private final AuditLog audit;

    WithdrawingNeeds(Registrations registrations, NeedRows needs, AuditLog audit) {
        this.registrations = registrations;
        this.needs = needs;
        this.audit = audit;
    }

    /**
     * Deletes the needs of all people of a registration. Done twice it is done once.
     *
     * @param token of the registration's link
     * @return whether there is such a registration
     */
    @Transactional
    public boolean withdraw(String token) {
        var registration = registrations.ofLink(RegistrationTokens.hash(token)).orElse(null);
        if (registration == null) {
            return false;
        }
        if (needs.forgetRegistration(registration.key()) > 0) {
            audit.record(null, "NEEDS_WITHDRAWN", "event", "", "registration " + registration.key());
        }
        return true;
    }
}
