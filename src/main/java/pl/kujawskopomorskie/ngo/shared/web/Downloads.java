package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Answers that hand out files, and answers that a client need not fetch twice.
 *
 * <p>A file always goes as an attachment with the type that was found from its content; {@link ProtectiveHeaders} forbids the
 * browser to guess another and to run anything in it. An {@code ETag} is made from whatever changes when the answer does: a
 * hash of a file, a revision and a language.
 */
public final class Downloads {

    private static final HexFormat HEX = HexFormat.of();

    private Downloads() {}

    /**
     * A file of known length, read while it is sent.
     *
     * @param content opened only when the client does not have the file yet
     * @param version what changes when the file does
     */
    public static MutableHttpResponse<?> file(
            HttpRequest<?> request,
            String name,
            String mediaType,
            long length,
            String version,
            Supplier<InputStream> content) {
        return unlessKnown(request, version, () -> sent(name, mediaType, length, content.get()));
    }

    /**
     * A file that is made for this answer, on the disk first: memory stays small however long it is, and nothing waits for a
     * slow client but the file.
     *
     * @param version what changes when the file does
     * @param content written only when the client does not have the file yet
     */
    public static MutableHttpResponse<?> made(
            HttpRequest<?> request, String name, String mediaType, String version, Writing content) {
        return unlessKnown(request, version, () -> {
            try {
                var path = KeptFiles.write(content);
                var length = Files.size(path);
                return sent(name, mediaType, length, Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A file that many fetch and that costs much to make: made once for each version, by few at a time. Who comes while too
     * much is being made is asked to come again, 503.
     *
     * @param key of the file among those that are kept
     * @param version what changes when the file does
     * @param content written only when nobody had it written before
     */
    public static MutableHttpResponse<?> kept(
            HttpRequest<?> request,
            String name,
            String mediaType,
            KeptFiles files,
            String key,
            Supplier<String> version,
            Writing content) {
        var now = tag(key + " " + version.get());
        if (knows(request, now)) {
            return HttpResponse.status(HttpStatus.NOT_MODIFIED).header(HttpHeaders.ETAG, now);
        }
        try {
            return files.open(key, version, content)
                    .<MutableHttpResponse<?>>map(kept -> sent(name, mediaType, kept.length(), kept.content())
                            .header(HttpHeaders.ETAG, tag(key + " " + kept.version())))
                    .orElseGet(() -> Pages.refusal(HttpStatus.SERVICE_UNAVAILABLE, "error.busy.sentence")
                            .header(
                                    HttpHeaders.RETRY_AFTER,
                                    String.valueOf(
                                            files.patience().plusSeconds(1).toSeconds())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MutableHttpResponse<?> sent(String name, String mediaType, long length, InputStream content) {
        return HttpResponse.ok(new StreamedFile(content, MediaType.of(mediaType), 0, length))
                .contentType(MediaType.of(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {

        /** Writes all of it; the stream is closed afterwards. */
        void to(OutputStream out) throws IOException;
    }

    /** A file that was made for this answer. */
    public static MutableHttpResponse<?> file(HttpRequest<?> request, String name, String mediaType, byte[] content) {
        return unlessKnown(
                request,
                hash(content),
                () -> HttpResponse.ok(content)
                        .contentType(MediaType.of(mediaType))
                        .contentLength(content.length)
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name)));
    }

    /**
     * The answer with its {@code ETag}, or 304 when the client holds that version already; then the answer is not even made.
     * The tag is a weak one, because the same page may go out compressed or not.
     *
     * @param version what changes when the answer does; not shown to the client, only a hash of it
     */
    public static MutableHttpResponse<?> unlessKnown(
            HttpRequest<?> request, String version, Supplier<MutableHttpResponse<?>> answer) {
        var tag = tag(version);
        var response = knows(request, tag) ? HttpResponse.status(HttpStatus.NOT_MODIFIED) : answer.get();
        return response.header(HttpHeaders.ETAG, tag);
    }

    private static String tag(String version) {
        return "W/\"" + hash(version.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "\"";
    }

    private static boolean knows(HttpRequest<?> request, String tag) {
        var opaque = tag.substring(2);
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals(opaque));
    }

    /** {@code Content-Disposition} as RFC 6266 asks: a name in ASCII for old clients, and the very name by RFC 8187. */
    static String disposition(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        var exact = new StringBuilder();
        for (byte value : name.getBytes(StandardCharsets.UTF_8)) {
            if (value >= 'a' && value <= 'z'
                    || value >= 'A' && value <= 'Z'
                    || value >= '0' && value <= '9'
                    || "!#$&+-.^_`|~".indexOf(value) >= 0) {
                exact.append((char) value);
            } else {
                exact.append('%').append(HEX.withUpperCase().toHexDigits(value));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    private static String hash(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
