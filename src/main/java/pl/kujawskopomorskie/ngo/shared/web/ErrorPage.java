package pl.kujawskopomorskie.ngo.shared.web;

/**
 * What a refusal shows.
 *
 * @param status the HTTP status
 * @param sentenceKey key of the sentence that says what to do
 * @param arguments of the sentence
 */
public record ErrorPage(int status, String sentenceKey, Object... arguments) {

    /** Key of the headline: that of the status, or a general one. */
    public String titleKey() {
        return switch (status) {
            case 401, 403, 404, 409, 410, 413, 429 -> "error." + status + ".title";
            default -> status < 500 ? "error.400.title" : "error.500.title";
        };
    }
}
