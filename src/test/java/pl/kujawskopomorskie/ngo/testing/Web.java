package pl.kujawskopomorskie.ngo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A visitor who sends plain HTTP requests and keeps cookies, as a browser without scripts would. Follows no redirect. */
public final class Web {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** An answer that never comes fails its test instead of holding up all others. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    // Each visitor has an address of their own, so that limits on tries of one test do not meet those of another.
    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    Web(URI base) {
        this.base = base;
        var number = ADDRESSES.incrementAndGet();
        this.address = "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Another visitor, with no cookies yet. */
    public Web another() {
        return new Web(base);
    }

    /** Keeps a cookie as if the portal had set it. */
    public void keep(String name, String value) {
        try {
            cookies.put(base, Map.of("Set-Cookie", List.of(name + "=" + value + "; Path=/; HttpOnly")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a cookie that the browser keeps, or empty. */
    public String cookie(String name) {
        return cookies.getCookieStore().get(base).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Loses a cookie. */
    public void lose(String name) {
        cookies.getCookieStore().get(base).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(base, cookie));
    }

    /** The address of the portal. */
    public URI base() {
        return base;
    }

    /** The cookies that the visitor holds. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Gets a path. */
    public Reply get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Gets a path as an API client. */
    public Reply getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** Posts a form as a page of the portal would. */
    public Reply post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** Sends a request of the test's own making to a path. */
    public Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request builder for a path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("X-Forwarded-For", address);
    }

    /** A form as a browser encodes it. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What came back. */
    public record Reply(HttpResponse<byte[]> response) {

        /** The HTTP status. */
        public int status() {
            return response.statusCode();
        }

        /** A header, or empty. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body as text. */
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** The body as a page. */
        public Document page() {
            return Jsoup.parse(text(), response.uri().toString());
        }

        /** Where the answer sends the browser, or empty. */
        public String location() {
            return header("Location");
        }

        /** The same without what was done, which the next page tells. */
        public String path() {
            return location().replaceAll("\\?.*", "");
        }
    }
}
