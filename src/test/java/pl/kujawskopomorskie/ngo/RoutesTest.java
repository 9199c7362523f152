package pl.kujawskopomorskie.ngo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Routes;
import pl.kujawskopomorskie.ngo.testing.Visitor;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Who may use which route: the table in {@code routes.txt} against the portal as it answers. */
@PortalTest
class RoutesTest {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final String BOUNDARY = "a-boundary-of-the-test";

    @Test
    void every_route_has_its_row_and_every_row_its_route(Router router) {
        var routes = ours(router).map(RoutesTest::name).collect(Collectors.toCollection(TreeSet::new));
        var rows = Routes.table().stream().map(Routes.Row::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(Routes.table().stream().map(Routes.Row::name)).doesNotHaveDuplicates();

        assertThat(routes).as("routes without a row in routes.txt").isSubsetOf(rows);
        assertThat(rows).as("rows of routes.txt without a route").isSubsetOf(routes);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_reads_more_or_less_than_the_table_says(
            Visitor visitor, Web anonymous, People people, RouteExamples examples) {
        var web = visitor.role().map(people::signedIn).orElse(anonymous);
        var surprises = new ArrayList<String>();
        for (var row : Routes.table()) {
            if (row.method().equals("GET")) {
                var request = web.request(examples.fill(row.path()))
                        .header("Accept", "text/html, */*;q=0.8")
                        .GET();
                note(surprises, row, visitor, web.send(request));
            }
        }
        assertThat(surprises).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_writes_more_or_less_than_the_table_says(
            Visitor visitor, Web anonymous, People people, RouteExamples examples, Router router) {
        var consumed = new TreeMap<String, String>();
        ours(router)
                .forEach(route -> consumed.put(
                        name(route),
                        route.getConsumes().stream()
                                .map(MediaType::getName)
                                .findFirst()
                                .orElse(FORM)));
        var person = visitor.role().map(people::person).orElse(null);
        var surprises = new ArrayList<String>();
        for (var row : Routes.table()) {
            if (!row.method().equals("GET")) {
                // Each write gets a sign-in of its own, because one of them signs out.
                var web = person == null ? anonymous.another() : people.signedIn(person);
                note(
                        surprises,
                        row,
                        visitor,
                        write(web, row, examples.fill(row.path()), consumed.getOrDefault(row.name(), FORM)));
            }
        }
        assertThat(surprises).isEmpty();
    }

    private static Web.Reply write(Web web, Routes.Row row, String path, String mediaType) {
        var isMultipart = mediaType.equals(MediaType.MULTIPART_FORM_DATA);
        var body = switch (mediaType) {
            case MediaType.MULTIPART_FORM_DATA ->
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"nothing\"\r\n\r\n\r\n--" + BOUNDARY
                        + "--\r\n";
            case MediaType.APPLICATION_JSON -> "{}";
            default -> "";
        };
        return web.send(web.request(path)
                .header("Accept", "text/html, */*;q=0.8")
                .header("Content-Type", isMultipart ? mediaType + "; boundary=" + BOUNDARY : mediaType)
                .header("Sec-Fetch-Site", "same-origin")
                .method(row.method(), HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void note(List<String> surprises, Routes.Row row, Visitor visitor, Web.Reply reply) {
        var refused = reply.status() == 401
                || reply.status() == 403
                || reply.location().startsWith("/logowanie?dalej=");
        var found = reply.status() < 500 && (reply.status() != 404 || row.leadsNowhere());
        var asWritten = row.allowed().contains(visitor) ? !refused && found : refused || reply.status() == 404;
        if (!asWritten) {
            surprises.add(row.name() + " as " + visitor + ": " + reply.status() + " " + reply.location());
        }
    }

    private static Stream<UriRouteInfo<?, ?>> ours(Router router) {
        return router.uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .filter(route -> !isOfTests(route.getDeclaringType()));
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " "
                + route.getUriMatchTemplate().toPathString().replaceAll(":([^{}]|\\{[^}]*})+}", "}");
    }

    private static boolean isOfTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }
}
