package pl.kujawskopomorskie.ngo.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser program of this machine, started once for all tests of a run. Nothing is downloaded. */
final class Chromium {

    static final String HOW_TO_GET_ONE = "No browser found. Install Chromium (on Debian: apt install chromium) "
            + "or set PORTAL_TEST_BROWSER to the path of Chrome or Chromium";

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    static Optional<Path> program() {
        return Stream.concat(Stream.ofNullable(System.getenv("PORTAL_TEST_BROWSER")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether a missing browser is a failure and not a reason to skip. */
    static boolean isRequired() {
        return Boolean.parseBoolean(System.getenv("CI"));
    }

    static Browser get() {
        return Running.PROGRAM;
    }

    /** Starts one more, which knows nothing of the others, so that another thread may use it at the same time. */
    static Browser start() {
        var program = program().orElseThrow(() -> new IllegalStateException(HOW_TO_GET_ONE));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-quic")));
    }

    private static final class Running {

        private static final Browser PROGRAM = start();
    }
}
