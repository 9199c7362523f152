package pl.kujawskopomorskie.ngo.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the answers of the public JSON API share: how long their pages are, and that programs of anybody may read them. */
public final class OpenAnswers {

    /** Items on a page when nothing else is asked for. */
    public static final int USUAL = 100;

    /** Most items on a page. */
    public static final int MOST = 200;

    private OpenAnswers() {}

    /** The size of a page, 0 for a limit that is none. */
    public static int size(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        return limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST ? Integer.parseInt(limit) : 0;
    }

    /** A constant as the API writes it. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a code, or null. */
    public static <E extends Enum<E>> @Nullable E named(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> code(constant).equals(code))
                .findFirst()
                .orElse(null);
    }

    /** What can be asked for, as a refusal lists it. */
    public static String codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(OpenAnswers::code).collect(Collectors.joining(", "));
    }

    /** Refuses an address that asks for what there is not, with what would be right. */
    public static HttpResponse<?> wrong(String message) {
        return problem(HttpStatus.BAD_REQUEST, "Mend the address: " + message + ".");
    }

    /** Says in a sentence why there is no answer. */
    public static HttpResponse<?> problem(HttpStatus status, String message) {
        return HttpResponse.status(status)
                .body(new Problem(status.getCode(), message))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /** An answer that is not sent to whoever has it already. A record prints all that it holds, so it tells its changes. */
    public static HttpResponse<?> answer(HttpRequest<?> request, Record body) {
        return answer(request, body.toString(), () -> body);
    }

    /**
     * An answer that is not even made for whoever has it already.
     *
     * @param version what changes when the answer does
     */
    public static HttpResponse<?> answer(HttpRequest<?> request, String version, Supplier<? extends Record> body) {
        return open(Downloads.unlessKnown(request, version, () -> HttpResponse.ok(body.get())));
    }

    /** An answer that any site's page may read. */
    public static HttpResponse<?> open(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.ETAG);
    }

    /**
     * Why there is no answer.
     *
     * @param status of HTTP
     * @param message what to do
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Problem(int status, String message) {}
}
