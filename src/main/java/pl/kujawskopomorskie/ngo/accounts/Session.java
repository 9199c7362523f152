package pl.kujawskopomorskie.ngo.accounts;

import java.time.Instant;

/**
 * One sign-in of a person in one browser.
 *
 * @param personId who
 * @param family names the sign-in in the database
 * @param refreshToken what the browser shows to go on with it
 * @param expiresAt when it ends by itself
 */
public record Session(long personId, String family, String refreshToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session[" + family + "]";
    }
}
