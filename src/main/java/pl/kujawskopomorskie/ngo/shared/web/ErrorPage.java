package pl.kujawskopomorskie.ngo.shared.web;

import java.util.List;

/**
 * What a refusal shows.
 *
 * @param status the HTTP status
 * @param sentenceKey key of the sentence that says what to do
 * @param arguments of the sentence
 */
public record ErrorPage(int status, String sentenceKey, Object... arguments) {

    /** Where the sentence sends the person to, so that they need not look for it. */
    public List<Way> ways() {
        return switch (sentenceKey) {
            case "accounts.signIn.tooMany" -> List.of(Way.NEW_PASSWORD, Way.SIGN_IN);
            case "accounts.link.gone" -> List.of(Way.SIGN_IN, Way.NEW_PASSWORD);
            case "accounts.newEmail.taken", "error.401.sentence" -> List.of(Way.SIGN_IN);
            case "advisory.book.taken", "advisory.book.closed", "advisory.link.gone", "advisory.link.tooLate" ->
                List.of(Way.FREE_TIMES);
            case "following.link.gone" -> List.of(Way.FOLLOW);
            default -> List.of();
        };
    }

    /**
     * A place to go on to.
     *
     * @param key of its words
     * @param path of its page
     */
    public record Way(String key, String path) {

        private static final Way SIGN_IN = new Way("accounts.signIn.title", "/logowanie");
        private static final Way NEW_PASSWORD = new Way("accounts.signIn.forgotten", "/haslo");
        private static final Way FREE_TIMES = new Way("advisory.booking.again", "/doradztwo");
        private static final Way FOLLOW = new Way("error.way.follow", "/obserwuj");
    }

    /** Key of the headline: that of the status, or a general one. */
    public String titleKey() {
        return switch (status) {
            case 401, 403, 404, 409, 410, 413, 429, 503 -> "error." + status + ".title";
            default -> status < 500 ? "error.400.title" : "error.500.title";
        };
    }
}
