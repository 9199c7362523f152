package pl.kujawskopomorskie.ngo.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A visitor with a real browser, whose cookies are their own. Watches what a page must not do: complain in the console,
 * break its content security policy, or ask another site for anything.
 *
 * <p>A test gets one as a parameter. On a machine without a browser such tests are skipped with a sentence that says how
 * to get one; in CI they fail.
 */
public final class Browser implements AutoCloseable {

    /** Width of the narrowest screen that a page must fit without scrolling sideways (WCAG 1.4.10). */
    public static final int NARROW = 320;

    /** Width of a usual phone. */
    private static final int PHONE = 390;

    /** Width of an office screen. */
    public static final int WIDE = 1280;

    private final URI base;
    private final boolean alone;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Browser(URI base, com.microsoft.playwright.Browser program) {
        this(base, program, false);
    }

    private Browser(URI base, com.microsoft.playwright.Browser program, boolean alone) {
        this.base = base;
        this.alone = alone;
        context = program.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setLocale("pl-PL")
                .setTimezoneId("Europe/Warsaw")
                // A colour on its way from one to another is a fault to axe and to nobody else.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, 900));
        context.setDefaultTimeout(10_000);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(base.toString()) && !request.url().startsWith("data:")) {
                complaints.add("asked another site: " + request.url());
            }
        });
        context.onRequestFailed(request -> {
            // A page left before its last file came is no fault of the page.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add("failed: " + request.url() + " " + request.failure());
            }
        });
        page = context.newPage();
    }

    /** One in a program of its own, which another thread may use at the same time as this one; to be closed by who asks for it. */
    public Browser inParallel() {
        return new Browser(base, Chromium.start(), true);
    }

    /** The page in the browser's one tab, for everything that Playwright can do. */
    public Page page() {
        return page;
    }

    /** Opens a path of the portal and waits until it and its files are there. */
    public Response open(String path) {
        return page.navigate(base.resolve(path).toString());
    }

    /** Takes the cookies of a visitor without a browser, so that who is signed in there is signed in here. */
    public Browser as(Web visitor) {
        context.clearCookies();
        context.addCookies(visitor.cookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                        .setDomain(base.getHost())
                        .setPath(cookie.getPath() == null ? "/" : cookie.getPath())
                        .setHttpOnly(cookie.isHttpOnly())
                        .setSameSite(SameSiteAttribute.LAX))
                .toList());
        return this;
    }

    /** Sets the width of the window in CSS pixels. */
    public Browser width(int pixels) {
        page.setViewportSize(pixels, 900);
        return this;
    }

    /** What the page did that it must not, since this was asked last. */
    public List<String> complaints() {
        var heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    /**
     * Opens a path and tells what is wrong with the page: its barriers on an office screen, what is too wide or too small
     * on a narrow one, and what it complained of. Leaves the window narrow.
     */
    public List<String> faultsAt(String path) {
        width(WIDE).open(path);
        var faults = new ArrayList<>(barriers());
        width(NARROW);
        overflow().forEach(wide -> faults.add("too wide at " + NARROW + " px: " + wide));
        smallTargets().forEach(target -> faults.add("too small: " + target));
        faults.addAll(complaints());
        return faults;
    }

    /** What axe finds on the page as it stands: the rules of WCAG 2.2 AA and good practice. */
    public List<String> barriers() {
        return Barriers.of(page);
    }

    /** What reaches past the right edge of the window and makes the page scroll sideways. */
    @SuppressWarnings("unchecked")
    public List<String> overflow() {
        return (List<String>) page.evaluate("""
                () => {
                  const edge = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= edge) return [];
                  const wide = [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > edge + 1 && e.getClientRects().length)
                    .map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '')
                      + ' to ' + Math.round(e.getBoundingClientRect().right) + ' px');
                  return wide.length ? wide.slice(-5) : ['something to ' + document.documentElement.scrollWidth + ' px'];
                }""");
    }

    /** Links and controls less than 24 by 24 CSS pixels that are not part of a sentence (WCAG 2.5.8). */
    @SuppressWarnings("unchecked")
    public List<String> smallTargets() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
                  .filter(e => e.getClientRects().length && !e.closest('.skip-link'))
                  .filter(e => getComputedStyle(e).display !== 'inline')
                  .filter(e => !(e.labels && e.labels.length && ['checkbox', 'radio'].includes(e.type)))
                  .map(e => ({e, box: e.getBoundingClientRect()}))
                  .filter(({box}) => box.width < 24 || box.height < 24)
                  .map(({e, box}) => e.outerHTML.slice(0, 120) + ' is ' + box.width + ' by ' + box.height)""");
    }

    /**
     * Whatever is wrong with the page as it stands: barriers on an office screen by day and by night, what overflows or is too small to
     * hit on the narrowest one, and what the page complained of. Pictures of it, wide and as on a phone by night, are kept in {@code
     * target/look}.
     *
     * @param name of the pictures
     */
    public List<String> faults(String name) {
        var picture = "target/look/" + name.replaceAll("[^a-z]+", "-");
        var faults = new ArrayList<>(width(WIDE).barriers());
        photograph(Path.of(picture + "-1280.png"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        faults.addAll(barriers());
        width(PHONE).photograph(Path.of(picture + "-390-dark.png"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        faults.addAll(width(NARROW).overflow());
        faults.addAll(smallTargets());
        faults.addAll(complaints());
        return faults;
    }

    /** Lays a style of the reader's own over the page, as a browser's extension would; the page's policy allows none. */
    public void restyle(String css) {
        page.evaluate("""
                css => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(css);
                  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
                }""", css);
    }

    /** Takes a picture of the whole page. */
    public void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        if (alone && context.browser() != null) {
            context.browser().close();
        }
    }

    private void hear(ConsoleMessage message) {
        // The browser notes an error page's own status as an error; the test looks at statuses itself.
        var isStatusOfThePage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        if (List.of("error", "warning").contains(message.type()) && !isStatusOfThePage) {
            complaints.add("console: " + message.text() + " at " + message.location());
        }
    }
}
