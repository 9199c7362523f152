package pl.kujawskopomorskie.ngo.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection kept open to a portal, as a browser keeps it. It reads as little as it can: a complete HTTP client would
 * spend the processor that the portal is measured by, and would spend it evenly on small and large pages.
 */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Gets a page, compressed as every browser asks for it.
     *
     * @throws IOException when the answer is anything but the page
     */
    void get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n");
        var reply = receive();
        if (reply.status != 200) {
            throw new IOException("GET " + path + " was answered with " + reply.status);
        }
    }

    /** Sends a form from one of the portal's pages, with headers of the sender's own. */
    Reply post(String path, Map<String, String> headers, String form) throws IOException {
        var request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n")
                .append("Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                .append("Content-Length: " + form.length() + "\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        send(request.append("\r\n").append(form).toString());
        return receive();
    }

    /** Sends JSON as a script of one of the portal's pages does. */
    Reply postJson(String path, Map<String, String> headers, String json) throws IOException {
        var request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n")
                .append("Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n")
                .append("Content-Length: " + json.length() + "\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        send(request.append("\r\n").append(json).toString());
        return receive();
    }

    private void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Reply receive() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var location = "";
        var cookies = new LinkedHashMap<String, String>();
        var length = 0L;
        var chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = line.substring(name.length() + 1).strip();
            switch (name) {
                case "location" -> location = value;
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "set-cookie" ->
                    cookies.put(
                            value.substring(0, value.indexOf('=')),
                            value.substring(value.indexOf('=') + 1, value.indexOf(';')));
                default -> {}
            }
        }
        if (chunked) {
            for (var size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        return new Reply(status, location, cookies);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (var read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The portal closed the connection");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * What came back, without its body.
     *
     * @param status of HTTP
     * @param location where it sends the browser, or empty
     * @param cookies that were set, by name
     */
    record Reply(int status, String location, Map<String, String> cookies) {}
}
