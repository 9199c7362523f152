package pl.kujawskopomorskie.ngo.shared.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a request as the log may show it: short, on one line, and without secrets. Queries are never logged. */
final class LoggedPath {

    private static final int LONGEST = 200;

    // A secret is one long run of letters and digits; a slug is words, and no word of ours is that long.
    private static final Pattern SECRET = Pattern.compile("(?=.*[0-9A-Z_])[A-Za-z0-9_-]{20,}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]{1,19}(-[a-z0-9]{1,19})*");

    private LoggedPath() {}

    static String of(String path) {
        var plain = path.chars()
                .limit(LONGEST)
                .mapToObj(letter -> letter > ' ' && letter < 127 ? String.valueOf((char) letter) : "?")
                .collect(Collectors.joining());
        return Arrays.stream(plain.split("/", -1))
                .map(part ->
                        SECRET.matcher(part).matches() && !SLUG.matcher(part).matches() ? "***" : part)
                .collect(Collectors.joining("/"));
    }
}
