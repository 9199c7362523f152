package pl.kujawskopomorskie.ngo.accounts.web;

import jakarta.inject.Singleton;
import java.util.Map;
import pl.kujawskopomorskie.ngo.accounts.KeepingSessions;

/** Signs in without a password. */
@Singleton
public final class TestSignIn {

    private final KeepingSessions sessions;
    private final AccessTokens accessTokens;
    private final SessionCookies cookies;

    TestSignIn(KeepingSessions sessions, AccessTokens accessTokens, SessionCookies cookies) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.cookies = cookies;
    }

    /** The cookies of a new session of the person, by name. */
    public Map<String, String> cookies(long personId) {
        var session = sessions.begin(personId);
        return Map.of(cookies.accessName(), accessTokens.issue(session), cookies.refreshName(), session.refreshToken());
    }
}
