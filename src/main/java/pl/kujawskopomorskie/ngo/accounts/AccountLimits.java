package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.time.Duration;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;

/**
 * How often passwords may be guessed and mails asked for. Whether an address has an account makes no difference to any of
 * these, or they would tell.
 */
@Singleton
final class AccountLimits {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    // One person who forgot a password; one house or office behind one address; one account guessed at from everywhere.
    private static final Limit SIGN_IN_PAIR = new Limit("sign-in", 10, QUARTER);
    private static final Limit SIGN_IN_ADDRESS = new Limit("sign-in-from", 60, QUARTER);
    private static final Limit SIGN_IN_ACCOUNT = new Limit("sign-in-to", 100, HOUR);
    private static final Limit SIGN_IN_STOP = new Limit("sign-in-stop", 1, QUARTER);
    private static final Limit MAIL_TO = new Limit("mail-to", 4, HOUR);
    private static final Limit MAIL_FROM = new Limit("mail-from", 30, HOUR);
    private static final Limit OWN_PASSWORD = new Limit("own-password", 10, QUARTER);

    private final LimitingTries tries;

    AccountLimits(LimitingTries tries) {
        this.tries = tries;
    }

    /** Whether a password may be tried for the account of an address of mail from an address of the network. */
    boolean allowSignIn(String emailKey, String from) {
        return tries.allow(SIGN_IN_PAIR, from + " " + emailKey)
                && tries.allow(SIGN_IN_ADDRESS, from)
                && tries.allow(SIGN_IN_ACCOUNT, emailKey);
    }

    /** Whether this is the first try refused to a pair of addresses for a while; more are not worth an entry of the log. */
    boolean firstStop(String emailKey, String from) {
        return tries.allow(SIGN_IN_STOP, from + " " + emailKey);
    }

    /** The password was right, so the tries before were a person's who did not remember it. */
    void forgiveSignIn(String emailKey, String from) {
        tries.forgive(SIGN_IN_PAIR, from + " " + emailKey);
        tries.forgive(SIGN_IN_ACCOUNT, emailKey);
    }

    /** Whether one more mail that anybody may ask for goes to an address. */
    boolean allowMail(EmailAddress to, String from) {
        return tries.allow(MAIL_TO, to.key()) && tries.allow(MAIL_FROM, from);
    }

    /** Whether one who is signed in may try their own password once more. */
    boolean allowOwnPassword(long personId) {
        return tries.allow(OWN_PASSWORD, Long.toString(personId));
    }
}
