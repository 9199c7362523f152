package pl.kujawskopomorskie.ngo.shared.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name by which one request is found in the log, in the audit log and in the answer's {@code X-Request-Id}.
 *
 * @param text letters, digits, dots, dashes and underscores, 8 to 40 of them
 */
record RequestId(String text) {

    /** Header that carries it both ways. */
    static final String HEADER = "X-Request-Id";

    /** Key under which every line of the log names it. */
    static final String IN_LOG = "request";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,40}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What the load balancer says, if it is sane; otherwise a new one. */
    static RequestId of(@Nullable String header) {
        if (header != null && SANE.matcher(header).matches()) {
            return new RequestId(header);
        }
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return new RequestId(HexFormat.of().formatHex(bytes));
    }
}
