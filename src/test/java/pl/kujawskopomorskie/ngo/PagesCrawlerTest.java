package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesCrawlerTest {

    private static final List<String> LANGUAGES = List.of("pl", "en");

    /** What a first visit may cost in all, in bytes that travel. */
    private static final int FIRST_VISIT = 100_000;

    /** All pages, fetched once for all tests, which only read them. */
    private final List<Sight> sights = new ArrayList<>();

    private final Map<Visitor, Web> visitors = new EnumMap<>(Visitor.class);

    PagesCrawlerTest(Web anonymous, People people, RouteExamples examples) {
        for (var visitor : Visitor.values()) {
            var web = visitor.role().map(people::signedIn).orElse(anonymous);
            visitors.put(visitor, web);
            for (var path : pathsOf(visitor, examples)) {
                for (var language : LANGUAGES) {
                    var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
                    var reply = web.get(address);
                    if (isPage(reply)) {
                        sights.add(new Sight(visitor, path, language, address, reply));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_is_valid_has_its_language_and_its_headings_in_order(Visitor visitor) {
        var seen = sights.stream().filter(sight -> sight.visitor() == visitor).toList();
        var faults = new ArrayList<String>();
        for (var sight : seen) {
            HtmlValidity.problems(sight.reply().text())
                    .forEach(problem -> faults.add(sight.address() + ": " + problem));
            faultsOfOrder(sight.reply().page(), sight.language())
                    .forEach(fault -> faults.add(sight.address() + ": " + fault));
        }
        assertThat(seen).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void no_two_pages_have_the_same_title(String language) {
        var pathsByTitle = sights.stream()
                .filter(sight -> sight.language().equals(language))
                .collect(Collectors.groupingBy(
                        sight -> sight.reply().page().title(),
                        TreeMap::new,
                        Collectors.mapping(Sight::path, Collectors.toSet())));
        assertThat(pathsByTitle)
                .isNotEmpty()
                .allSatisfy((title, paths) -> assertThat(paths).hasSize(1));
    }

    @Test
    void every_page_is_open_to_all_at_every_width(Browser browser) throws Exception {
        var seen = new HashSet<String>();
        var pages = sights.stream()
                .filter(sight -> seen.add(sight.address() + looks(sight.reply().page())))
                .toList();
        assertThat(pages).isNotEmpty();
        try (var another = browser.inParallel()) {
            var left = new ConcurrentLinkedQueue<>(pages);
            var faults = AtOnce.<List<String>>run(List.of(() -> look(browser, left), () -> look(another, left)));

            assertThat(faults).allSatisfy(found -> assertThat(found).isEmpty());
        }
    }

    @Test
    void every_link_leads_somewhere() {
        var statuses = new HashMap<String, Integer>();
        sights.forEach(sight ->
                statuses.put(sight.visitor() + sight.path(), sight.reply().status()));
        var deadEnds = new TreeMap<String, String>();
        for (var sight : sights) {
            if (!sight.language().equals("pl")) {
                continue;
            }
            var web = visitors.get(sight.visitor());
            for (var link : linksInside(sight.reply().page(), web)) {
                var status = statuses.computeIfAbsent(
                        sight.visitor() + link,
                        first -> web.send(web.request(link)).status());
                if (status >= 400) {
                    deadEnds.putIfAbsent(link, status + " as " + sight.visitor() + ", on " + sight.path());
                }
            }
        }
        assertThat(statuses).hasSizeGreaterThan(sights.size());
        assertThat(deadEnds).isEmpty();
    }

    @Test
    void a_first_visit_weighs_little(Web web) {
        var weights = new HashMap<String, Integer>();
        var heavy = new TreeMap<String, Integer>();
        for (var sight : sights) {
            if (sight.visitor() != Visitor.ANONYMOUS || !sight.language().equals("pl")) {
                continue;
            }
            var weight = weight(web, sight.path(), weights);
            for (var file :
                    sight.reply().page().select("link[rel=stylesheet], link[rel=icon], script[src], img[src]")) {
                weight += weight(web, file.hasAttr("src") ? file.attr("src") : file.attr("href"), weights);
            }
            if (weight > FIRST_VISIT) {
                heavy.put(sight.path(), weight);
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

    private List<String> look(Browser browser, Queue<Sight> left) {
        var faults = new ArrayList<String>();
        Visitor current = null;
        for (var sight = left.poll(); sight != null; sight = left.poll()) {
            if (sight.visitor() != current) {
                current = sight.visitor();
                browser.as(visitors.get(current));
            }
            var where = sight.address() + " as " + current + ": ";
            browser.faultsAt(sight.address()).forEach(fault -> faults.add(where + fault));
            browser.barriers().forEach(barrier -> faults.add(where + "when narrow: " + barrier));
        }
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

    private static List<String> pathsOf(Visitor visitor, RouteExamples examples) {
        return Routes.table().stream()
                .filter(row -> row.method().equals("GET") && row.allowed().contains(visitor))
                .map(row -> examples.fill(row.path()))
                .toList();
    }

    private static boolean isPage(Web.Reply reply) {
        return reply.header("Content-Type").startsWith("text/html") && reply.status() == 200;
    }

    /** A page as somebody was served it. */
    private record Sight(Visitor visitor, String path, String language, String address, Web.Reply reply) {}
}
