package pl.kujawskopomorskie.ngo.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import pl.kujawskopomorskie.ngo.shared.documents.QrCode;

/** A browser of its own whose camera sees a QR code, and nothing else, all the time. */
public final class FakeCamera implements AutoCloseable {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 5;

    private final Path video;
    private final Playwright playwright;
    private final Browser browser;

    private FakeCamera(Path video, Playwright playwright, Browser browser) {
        this.video = video;
        this.playwright = playwright;
        this.browser = browser;
    }

    /** One that sees the code of a text. */
    public static FakeCamera seeing(String text, Web visitor) throws IOException {
        var video = Files.createTempFile("camera", ".y4m");
        film(text, video);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var program = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.program().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-video-capture=" + video)));
        return new FakeCamera(video, playwright, new Browser(visitor.base(), program).as(visitor));
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    // Uncompressed pictures, in brightness and two colours of a quarter of the size, which stay grey.
    private static void film(String text, Path video) throws IOException {
        var code = ImageIO.read(new ByteArrayInputStream(new QrCode(text).png()));
        var brightness = new byte[WIDTH * HEIGHT];
        Arrays.fill(brightness, (byte) 200);
        var left = (WIDTH - code.getWidth()) / 2;
        var top = (HEIGHT - code.getHeight()) / 2;
        for (var y = 0; y < code.getHeight(); y++) {
            for (var x = 0; x < code.getWidth(); x++) {
                brightness[(top + y) * WIDTH + left + x] = (byte) ((code.getRGB(x, y) & 0xFF) > 127 ? 235 : 16);
            }
        }
        var colours = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colours, (byte) 128);
        try (var out = new BufferedOutputStream(Files.newOutputStream(video))) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (var frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(brightness);
                out.write(colours);
            }
        }
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        Files.deleteIfExists(video);
    }
}
