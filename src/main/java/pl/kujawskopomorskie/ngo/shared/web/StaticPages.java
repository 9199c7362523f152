package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** What a public portal must say about itself, to people and to machines. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class StaticPages {

    /** When the portal went public, and when it last changed in a way that matters to accessibility. */
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 20);

    /** When the accessibility statement was drawn up and last reviewed; the law wants a review every year by 31 March. */
    private static final LocalDate STATED = LocalDate.of(2026, 11, 20);

    private final PortalConfiguration portal;
    private final OfficeContact office;
    private final Clock clock;

    StaticPages(PortalConfiguration portal, OfficeContact office, Clock clock) {
        this.portal = portal;
        this.office = office;
        this.clock = clock;
    }

    @Get("/deklaracja-dostepnosci")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> accessibility() {
        return Pages.show(
                "about/accessibility",
                new AccessibilityPage(portal.baseUrl(), office, PUBLISHED, PUBLISHED, STATED, STATED));
    }

    @Get("/prywatnosc")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> privacy() {
        return Pages.show("about/privacy", new PrivacyPage(office));
    }

    @Get("/api")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> openData() {
        return Pages.show("about/open-data", new OpenDataPage(portal.baseUrl(), office));
    }

    @Get("/robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    String robots() {
        return """
                User-agent: *
                Disallow: /konto
                Disallow: /biuro
                Disallow: /dziennik
                Disallow: /administracja
                Disallow: /logowanie
                """;
    }

    /** Where to tell of a hole in the portal (RFC 9116); its date of expiry moves with the clock, at most a year ahead. */
    @Get("/.well-known/security.txt")
    @Produces(MediaType.TEXT_PLAIN)
    String security() {
        var expires =
                OfficeTime.startOf(OfficeTime.today(clock).withDayOfMonth(1).plus(6, ChronoUnit.MONTHS));
        return """
                Contact: mailto:%s
                Expires: %s
                Preferred-Languages: pl, en
                Canonical: %s
                """.formatted(office.email(), expires, portal.link("/.well-known/security.txt"));
    }

    /**
     * The statement that the act on digital accessibility asks for, with the ids of the ministry's conditions.
     *
     * @param address of the portal
     * @param office who answers
     * @param published when the portal went public
     * @param changed when it last changed in a way that matters
     * @param stated when the statement was drawn up
     * @param reviewed when it was last reviewed
     */
    record AccessibilityPage(
            String address,
            OfficeContact office,
            LocalDate published,
            LocalDate changed,
            LocalDate stated,
            LocalDate reviewed) {}

    /** @param office who answers */
    record PrivacyPage(OfficeContact office) {}

    /**
     * @param address of the portal
     * @param office who answers
     */
    record OpenDataPage(String address, OfficeContact office) {}
}
