package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open interface of the National Court Register. It is somebody else's server: it may be slow, away or strange, and the
 * portal goes on without it.
 *
 * <p>An organisation stands in the register of associations ({@code S}), or, with business activity, perhaps only in that of
 * entrepreneurs ({@code P}); both are asked. A failure that may pass is tried again, each time after a longer wait.
 */
@Singleton
public class KrsRegister {

    private static final Logger LOG = LoggerFactory.getLogger(KrsRegister.class);
    private static final List<String> REGISTERS = List.of("S", "P");
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private final Settings settings;
    private final Waiting waiting;
    private final ObjectMapper json;
    private final HttpClient client;

    KrsRegister(Settings settings, Waiting waiting, ObjectMapper json) {
        this.settings = settings;
        this.waiting = waiting;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks for the current extract of a number. */
    public Answer ask(Krs krs) {
        for (var register : REGISTERS) {
            var answer = ask(krs, register);
            if (!(answer instanceof Answer.NotFound)) {
                return answer;
            }
        }
        return new Answer.NotFound();
    }

    private Answer ask(Krs krs, String register) {
        var address =
                URI.create(settings.url() + "/OdpisAktualny/" + krs.digits() + "?rejestr=" + register + "&format=json");
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        for (int attempt = 1; ; attempt++) {
            var answer = once(request);
            if (!(answer instanceof Answer.Unavailable) || attempt == settings.tries()) {
                return answer;
            }
            waiting.before(attempt);
        }
    }

    private Answer once(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return read(response, body);
            }
        } catch (IOException e) {
            LOG.info("The court register did not answer: {}", e.getClass().getSimpleName());
            return new Answer.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable();
        }
    }

    private Answer read(HttpResponse<?> response, InputStream body) throws IOException {
        var status = response.statusCode();
        if (status == NO_CONTENT || status == NOT_FOUND) {
            return new Answer.NotFound();
        }
        if (status == TOO_MANY || status >= SERVER_ERRORS || status != 200) {
            LOG.info("The court register answered with {}", status);
            return new Answer.Unavailable();
        }
        var bytes = body.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            LOG.info("The court register answered with more than {} bytes", LARGEST_ANSWER);
            return new Answer.Unavailable();
        }
        var extract = json.readValue(bytes, JsonNode.class);
        return extract == null ? new Answer.Unavailable() : new Answer.Found(KrsExtract.of(extract));
    }

    /** What the register answered. */
    public sealed interface Answer {

        /** It knows the organisation. */
        record Found(KrsExtract extract) implements Answer {}

        /** It has no organisation of this number. */
        record NotFound() implements Answer {}

        /** It did not answer, or not so that it could be read. */
        record Unavailable() implements Answer {}
    }

    /**
     * Where the register is and how long it is waited for.
     *
     * @param url without a slash at its end; PORTAL_KRS_URL
     * @param timeout of one try
     * @param tries of one question, the first counted
     * @param eachNight how many organisations are compared in a night
     */
    @ConfigurationProperties("portal.krs")
    public record Settings(String url, Duration timeout, int tries, int eachNight) {}

    /** Waits between tries and between questions, so that the register is never pressed. */
    public interface Waiting {

        /** Waits before a further try. */
        void before(int attempt);

        /** Waits between two organisations. */
        void between();
    }
}
