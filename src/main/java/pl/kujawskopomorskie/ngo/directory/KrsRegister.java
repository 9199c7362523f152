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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The open interface of the National Court Register. It is somebody else's server: it may be slow, away or strange, and the
 * portal goes on without it. All nodes together ask it no more than so many times an hour.
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
    private static final Limit OF_ONE_PERSON = new Limit("krs-person", 20, Duration.ofHours(1));

    private final Settings settings;
    private final Waiting waiting;
    private final LimitingTries tries;
    private final ObjectMapper json;
    private final Clock clock;
    private final Limit ofThePortal;
    private final HttpClient client;

    KrsRegister(Settings settings, Waiting waiting, LimitingTries tries, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.waiting = waiting;
        this.tries = tries;
        this.json = json;
        this.clock = clock;
        this.ofThePortal = new Limit("krs-portal", settings.eachHour(), Duration.ofHours(1));
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Asks for the current extract of a number, with patience: nobody waits. */
    public Answer ask(Krs krs) {
        return tries.allow(ofThePortal, settings.url()) ? ask(krs, settings.tries()) : new Answer.AskedTooOften();
    }

    /** Asks once, and not for long, because a person waits for the page. */
    public Answer askFor(long personId, Krs krs) {
        return tries.allow(OF_ONE_PERSON, Long.toString(personId)) && tries.allow(ofThePortal, settings.url())
                ? within(settings.pageTimeout(), () -> ask(krs, 1))
                : new Answer.AskedTooOften();
    }

    private Answer ask(Krs krs, int most) {
        for (var register : REGISTERS) {
            var answer = ask(krs, register, most);
            if (!(answer instanceof Answer.NotFound)) {
                return answer;
            }
        }
        return new Answer.NotFound();
    }

    private Answer ask(Krs krs, String register, int most) {
        var address =
                URI.create(settings.url() + "/OdpisAktualny/" + krs.digits() + "?rejestr=" + register + "&format=json");
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        for (int attempt = 1; ; attempt++) {
            var answer = within(settings.timeout(), () -> once(request, krs));
            if (!(answer instanceof Answer.Unavailable(var asked)) || attempt == most) {
                return answer;
            }
            waiting.before(attempt, asked);
        }
    }

    // The client's own timeout ends with the headers; a body that comes drop by drop would hold us for ever.
    private static Answer within(Duration time, Callable<Answer> question) {
        var asking = new FutureTask<>(question);
        Thread.ofVirtual().name("krs").start(asking);
        try {
            return asking.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("The court register did not answer within {} ms", time.toMillis());
            return new Answer.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asking.cancel(true);
        }
    }

    private Answer once(HttpRequest request, Krs krs) {
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return read(response, body, krs);
            }
        } catch (IOException e) {
            LOG.info("The court register did not answer: {}", e.getClass().getSimpleName());
            return new Answer.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable();
        }
    }

    private Answer read(HttpResponse<?> response, InputStream body, Krs krs) throws IOException {
        var status = response.statusCode();
        if (status == NO_CONTENT || status == NOT_FOUND) {
            return new Answer.NotFound();
        }
        if (status == TOO_MANY || status >= SERVER_ERRORS) {
            LOG.info("The court register answered with {}", status);
            return new Answer.Unavailable(askedToWait(response));
        }
        if (status != 200) {
            LOG.warn("The court register answered with {} about {}", status, krs.digits());
            return new Answer.Strange();
        }
        var bytes = body.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            LOG.warn("The court register answered with more than {} bytes about {}", LARGEST_ANSWER, krs.digits());
            return new Answer.Strange();
        }
        return understood(bytes, krs);
    }

    private Answer understood(byte[] bytes, Krs krs) {
        try {
            var extract = json.readValue(bytes, JsonNode.class);
            if (extract != null && KrsExtract.isOf(extract, krs)) {
                return new Answer.Found(KrsExtract.of(extract));
            }
            LOG.warn("The court register answered with something else than an extract of {}", krs.digits());
        } catch (IOException e) {
            LOG.warn("What the court register says of {} is no JSON", krs.digits());
        }
        return new Answer.Strange();
    }

    // A number of seconds or a moment (RFC 9110).
    private Duration askedToWait(HttpResponse<?> response) {
        var asked = response.headers().firstValue("Retry-After").orElse("").strip();
        if (asked.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(asked));
        }
        try {
            var until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME);
            var length = Duration.between(OfficeTime.now(clock), until.toInstant());
            return length.isNegative() ? Duration.ZERO : length;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    /** What the register answered. */
    public sealed interface Answer {

        /** It knows the organisation. */
        record Found(KrsExtract extract) implements Answer {}

        /** Neither register has an organisation of this number. */
        record NotFound() implements Answer {}

        /** It answered, but not so that it could be understood; asking again would not help. */
        record Strange() implements Answer {}

        /**
         * It did not answer, or asked to come later.
         *
         * @param retryAfter how long it asked to wait; zero when it did not say
         */
        record Unavailable(Duration retryAfter) implements Answer {
            Unavailable() {
                this(Duration.ZERO);
            }
        }

        /** It was not asked: the person, or all of us together, did so too often within the hour. */
        record AskedTooOften() implements Answer {}
    }

    /**
     * Where the register is and how long it is waited for.
     *
     * @param url without a slash at its end; PORTAL_KRS_URL
     * @param timeout of one try
     * @param pageTimeout of a whole question while a person waits for the page
     * @param tries of one question, the first counted
     * @param eachNight how many organisations are compared in a night
     * @param eachHour how many questions all nodes ask in an hour
     */
    @ConfigurationProperties("portal.krs")
    public record Settings(
            String url, Duration timeout, Duration pageTimeout, int tries, int eachNight, int eachHour) {}

    /** Waits between tries and between questions, so that the register is never pressed. */
    public interface Waiting {

        /**
         * Waits before a further try.
         *
         * @param asked how long the register asked to wait, zero when it did not
         */
        void before(int attempt, Duration asked);

        /** Waits between two organisations. */
        void between();
    }
}
