package pl.kujawskopomorskie.ngo.directory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A real HTTP server that plays the court register, with answers in the shapes that the register gives. */
final class RecordedKrs implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    RecordedKrs() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /** What the register of associations answers about a number: each once, the last ever after. */
    void answers(String krs, Reply... planned) {
        replies.put("S" + krs, new ArrayDeque<>(Arrays.asList(planned)));
    }

    /** What the register of entrepreneurs answers. */
    void answersAsEntrepreneur(String krs, Reply... planned) {
        replies.put("P" + krs, new ArrayDeque<>(Arrays.asList(planned)));
    }

    /** Paths and queries that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Numbers that were asked about in the register of associations, in order. */
    List<String> numbers() {
        return asked.stream()
                .filter(path -> path.contains("rejestr=S"))
                .map(path -> path.replaceAll(".*/([0-9]+)\\?.*", "$1"))
                .toList();
    }

    void forget() {
        asked.clear();
        replies.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(uri.getPath() + "?" + uri.getQuery());
        var register = uri.getQuery().contains("rejestr=S") ? "S" : "P";
        var planned = replies.get(register + uri.getPath().replaceAll(".*/", ""));
        var reply = planned == null ? Reply.of(404) : planned.size() > 1 ? planned.pop() : planned.getFirst();
        LockSupport.parkNanos(reply.before.toNanos());
        reply.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        var bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            for (var at = 0; at < bytes.length; at += reply.piece) {
                out.write(bytes, at, Math.min(reply.piece, bytes.length - at));
                out.flush();
                LockSupport.parkNanos(reply.between.toNanos());
            }
        }
    }

    /** An extract as the register gives it, with empty sections where nothing is written. */
    static Reply extract(String krs, String name, String form, String town, String sixth) {
        return Reply.of(200, """
                {"odpis":{"rodzaj":"Aktualny","naglowekA":{"rejestr":"RejS","numerKRS":"%s","stanZDnia":"18.11.2026","stanPozycji":1},
                "dane":{"dzial1":{"danePodmiotu":{"formaPrawna":"%s","identyfikatory":{"regon":"12345678500000","nip":"1234563218"},
                "nazwa":"%s","daneOWczesniejszejRejestracji":{},"czyPosiadaStatusOPP":false},
                "siedzibaIAdres":{"siedziba":{"kraj":"POLSKA","wojewodztwo":"KUJAWSKO-POMORSKIE","powiat":"TORUŃ","gmina":"TORUŃ","miejscowosc":"%s"},
                "adres":{"ulica":"UL. SZEROKA","nrDomu":"1A","nrLokalu":"2","miejscowosc":"TORUŃ","kodPocztowy":"87-100","poczta":"TORUŃ","kraj":"POLSKA"}}},
                "dzial2":{},"dzial4":{},"dzial5":{},"dzial6":%s}}}
                """.formatted(krs, form, name.replace("\"", "\\\""), town, sixth));
    }

    /** An extract of an association in Toruń that is well. */
    static Reply extract(String krs, String name) {
        return extract(krs, name, "STOWARZYSZENIE", "TORUŃ", "{}");
    }

    /**
     * An answer.
     *
     * @param before how long it takes to begin
     * @param piece bytes that are sent at once
     * @param between how long the next piece takes
     */
    record Reply(int status, String body, Map<String, String> headers, Duration before, int piece, Duration between) {

        static Reply of(int status) {
            return of(status, "");
        }

        static Reply of(int status, String body) {
            return new Reply(
                    status, body, Collections.emptyMap(), Duration.ZERO, Math.max(1, body.length()), Duration.ZERO);
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value), before, piece, between);
        }

        Reply after(Duration pause) {
            return new Reply(status, body, headers, pause, piece, between);
        }

        Reply dripping(Duration pause) {
            return new Reply(status, body, headers, before, 1, pause);
        }
    }
}
