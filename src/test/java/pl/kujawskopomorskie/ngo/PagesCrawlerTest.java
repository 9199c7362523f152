package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Browser;
import pl.kujawskopomorskie.ngo.testing.HtmlValidity;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Routes;
import pl.kujawskopomorskie.ngo.testing.Visitor;
import pl.kujawskopomorskie.ngo.testing.Web;

/**
 * Every page that a role may open, in both languages: whether it is valid, well ordered and open to all, fits a narrow
 * screen, and leads somewhere. A page that looks the same to several roles is looked at with a browser once.
 */
@PortalTest
@Tag("look")
class PagesCrawlerTest {

    private static final List<String> LANGUAGES = List.of("pl", "en");

    /** What a first visit may cost in all, in bytes that travel. */
    private static final int FIRST_VISIT = 100_000;

    @ParameterizedTest
    @EnumSource
    void every_page_is_valid_has_its_language_and_its_headings_in_order(
            Visitor visitor, Web anonymous, People people, RouteExamples examples) {
        var web = signedIn(visitor, anonymous, people);
        var faults = new ArrayList<String>();
        for (var path : pathsOf(visitor, examples)) {
            for (var language : LANGUAGES) {
                var reply = web.get(inLanguage(path, language));
                if (isPage(reply)) {
                    var where = path + " in " + language + ": ";
                    HtmlValidity.problems(reply.text()).forEach(problem -> faults.add(where + problem));
                    faultsOfOrder(reply.page(), language).forEach(fault -> faults.add(where + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void no_two_pages_have_the_same_title(String language, Web anonymous, People people, RouteExamples examples) {
        var pathsByTitle = new TreeMap<String, Set<String>>();
        for (var visitor : Visitor.values()) {
            var web = signedIn(visitor, anonymous, people);
            for (var path : pathsOf(visitor, examples)) {
                var reply = web.get(inLanguage(path, language));
                if (isPage(reply)) {
                    pathsByTitle
                            .computeIfAbsent(reply.page().title(), title -> new HashSet<>())
                            .add(path);
                }
            }
        }
        assertThat(pathsByTitle).allSatisfy((title, paths) -> assertThat(paths).hasSize(1));
    }

    @Test
    void every_page_is_open_to_all_at_every_width(Browser browser, Web anonymous, People people, RouteExamples examples)
            throws Exception {
        var seen = new HashSet<String>();
        var pages = new ArrayList<Sight>();
        for (var visitor : Visitor.values()) {
            var web = signedIn(visitor, anonymous, people);
            for (var path : pathsOf(visitor, examples)) {
                for (var language : LANGUAGES) {
                    var address = inLanguage(path, language);
                    var reply = web.get(address);
                    if (isPage(reply) && seen.add(address + looks(reply.page()))) {
                        pages.add(new Sight(address, language, visitor, web));
                    }
                }
            }
        }
        try (var another = browser.inParallel()) {
            var half = pages.size() / 2;
            var faults = AtOnce.<List<String>>run(List.of(
                    () -> look(browser, pages.subList(0, half)),
                    () -> look(another, pages.subList(half, pages.size()))));

            assertThat(faults).allSatisfy(found -> assertThat(found).isEmpty());
        }
    }

    @Test
    void every_link_leads_somewhere(Web anonymous, People people, RouteExamples examples) {
        var deadEnds = new TreeMap<String, String>();
        var followed = new HashSet<String>();
        for (var visitor : Visitor.values()) {
            var web = signedIn(visitor, anonymous, people);
            for (var path : pathsOf(visitor, examples)) {
                var reply = web.get(path);
                if (!isPage(reply)) {
                    continue;
                }
                for (var link : linksInside(reply.page(), web)) {
                    if (followed.add(visitor + link)) {
                        var status = web.send(web.request(link)).status();
                        if (status >= 400) {
                            deadEnds.put(link, status + " as " + visitor + ", on " + path);
                        }
                    }
                }
            }
        }
        assertThat(deadEnds).isEmpty();
    }

    @Test
    void a_first_visit_weighs_little(Web web, RouteExamples examples) {
        var weights = new HashMap<String, Integer>();
        var heavy = new TreeMap<String, Integer>();
        for (var path : pathsOf(Visitor.ANONYMOUS, examples)) {
            var reply = web.get(path);
            if (!isPage(reply)) {
                continue;
            }
            var weight = weight(web, path, weights);
            for (var file : reply.page().select("link[rel=stylesheet], link[rel=icon], script[src], img[src]")) {
                weight += weight(web, file.hasAttr("src") ? file.attr("src") : file.attr("href"), weights);
            }
            if (weight > FIRST_VISIT) {
                heavy.put(path, weight);
            }
        }
        assertThat(weights).isNotEmpty();
        assertThat(heavy).isEmpty();
    }

    @Test
    void files_that_never_change_are_kept_by_the_browser(Web web) {
        var page = web.get("/").page();

        assertThat(page.select("link[rel=stylesheet], script[src]"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                web.send(web.request(file.hasAttr("src") ? file.attr("src") : file.attr("href")))
                                        .header("Cache-Control"))
                        .contains("immutable"));
    }

    private static List<String> look(Browser browser, List<Sight> pages) {
        var faults = new ArrayList<String>();
        Web current = null;
        for (var page : pages) {
            if (page.web() != current) {
                current = page.web();
                browser.as(current);
            }
            look(browser, page.address(), page.language())
                    .forEach(fault -> faults.add(page.address() + " as " + page.visitor() + ": " + fault));
        }
        return faults;
    }

    private static List<String> look(Browser browser, String address, String language) {
        var faults = new ArrayList<String>();
        browser.width(Browser.WIDE).open(address);
        faults.addAll(browser.barriers());
        browser.width(Browser.NARROW);
        browser.overflow().forEach(wide -> faults.add("too wide at " + Browser.NARROW + " px: " + wide));
        browser.smallTargets().forEach(target -> faults.add("too small: " + target));
        if (language.equals("pl")) {
            // The narrow page differs from the wide one in its style alone, so one language will do.
            faults.addAll(browser.barriers());
        }
        faults.addAll(browser.complaints());
        return faults;
    }

    private static List<String> faultsOfOrder(Document page, String language) {
        var faults = new ArrayList<String>();
        if (!page.selectFirst("html").attr("lang").equals(language)) {
            faults.add("says it is in " + page.selectFirst("html").attr("lang"));
        }
        if (page.title().isBlank()) {
            faults.add("has no title");
        }
        var level = 0;
        for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
            var next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
                faults.add("skips a level of headings at: " + heading.text());
            }
            level = next;
        }
        if (page.select("h1").size() != 1) {
            faults.add("has " + page.select("h1").size() + " main headings");
        }
        return faults;
    }

    /** What a page itself shows; the frame, which differs by role, is looked at on the home page. */
    private static String looks(Document page) {
        var copy = page.clone();
        copy.select(".account-link").forEach(element -> element.text(""));
        copy.select("input[type=hidden]").remove();
        return URI.create(page.location()).getPath().equals("/")
                ? copy.body().html()
                : copy.selectFirst("main").html();
    }

    private static Set<String> linksInside(Document page, Web web) {
        var links = new HashSet<String>();
        for (var element : page.select("a[href], link[href], form[method=get][action]")) {
            var link = element.hasAttr("href") ? element.attr("abs:href") : element.attr("abs:action");
            if (link.startsWith(web.base().toString())) {
                var address = URI.create(link);
                links.add(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
            }
        }
        return links;
    }

    /** Bytes of the body as they travel, compressed if the portal compresses. */
    private static int weight(Web web, String path, Map<String, Integer> known) {
        return known.computeIfAbsent(
                path,
                address -> web.send(HttpRequest.newBuilder(web.base().resolve(address))
                                .header("Accept", "text/html, */*;q=0.8")
                                .header("Accept-Encoding", "gzip"))
                        .response()
                        .body()
                        .length);
    }

    private static Web signedIn(Visitor visitor, Web anonymous, People people) {
        return visitor.role().map(people::signedIn).orElseGet(anonymous::another);
    }

    private static List<String> pathsOf(Visitor visitor, RouteExamples examples) {
        return Routes.table().stream()
                .filter(row -> row.method().equals("GET") && row.allowed().contains(visitor))
                .map(row -> examples.fill(row.path()))
                .toList();
    }

    private static boolean isPage(Web.Reply reply) {
        return reply.header("Content-Type").startsWith("text/html") && reply.status() == 200;
    }

    private static String inLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** A page as somebody sees it. */
    private record Sight(String address, String language, Visitor visitor, Web web) {}
}
