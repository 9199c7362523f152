package pl.kujawskopomorskie.ngo.testing;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import pl.kujawskopomorskie.ngo.testing.Web.Reply;

/** A form with files, as a browser sends it part by part. */
public final class Multipart {

    private static final String BOUNDARY = "----portal-test-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A form with nothing in it yet. */
    public static Multipart form() {
        return new Multipart();
    }

    /** With one more field. */
    public Multipart field(String name, String value) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    /** With one more file. */
    public Multipart file(String name, String fileName, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    /** Posts it as a page of the portal would. */
    public Reply post(Web web, String path) {
        text("--" + BOUNDARY + "--\r\n");
        return web.send(web.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
