package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.PublishedNews;
import pl.kujawskopomorskie.ngo.shared.documents.CalendarFile;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.AtomFeed;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** News and terms for programs that come back for them. Whoever asks, they hold only what is public. */
@Controller("/konsultacje")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class FeedsController {

    private static final int NEWEST = 50;
    private static final int MOST_TERMS = 500;
    private static final Duration PAST = Duration.ofDays(60);

    private final Consultations consultations;
    private final PublishedNews news;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Clock clock;

    FeedsController(
            Consultations consultations,
            PublishedNews news,
            Messages messages,
            PortalConfiguration portal,
            Clock clock) {
        this.consultations = consultations;
        this.news = news;
        this.messages = messages;
        this.portal = portal;
        this.clock = clock;
    }

    @Get("/kanal.atom")
    HttpResponse<?> news(HttpRequest<?> request) {
        var title = messages.get(RequestLanguage.of(request), "following.feed.title");
        return feed(request, "/konsultacje/kanal.atom", "/konsultacje", title, news.newest("", NEWEST));
    }

    @Get("/{slug}/kanal.atom")
    HttpResponse<?> news(@PathVariable String slug, HttpRequest<?> request) {
        return known(slug)
                .<HttpResponse<?>>map(consultation -> feed(
                        request,
                        "/konsultacje/" + slug + "/kanal.atom",
                        "/konsultacje/" + slug,
                        messages.get(RequestLanguage.of(request), "following.feed.one", consultation.title()),
                        news.newest(slug, NEWEST)))
                .orElseGet(FeedsController::notFound);
    }

    @Get("/terminy.ics")
    HttpResponse<?> terms(HttpRequest<?> request) {
        return calendar(
                request,
                consultations.announcedEndingAfter(OfficeTime.now(clock).minus(PAST), MOST_TERMS));
    }

    @Get("/{slug}/terminy.ics")
    HttpResponse<?> terms(@PathVariable String slug, HttpRequest<?> request) {
        return known(slug)
                .<HttpResponse<?>>map(consultation -> calendar(request, List.of(consultation)))
                .orElseGet(FeedsController::notFound);
    }

    private Optional<Consultation> known(String slug) {
        return consultations.findBySlug(slug).filter(found -> ConsultationPolicy.maySee(null, found));
    }

    private HttpResponse<?> feed(
            HttpRequest<?> request, String path, String page, String title, List<PublishedNews.Piece> pieces) {
        var language = RequestLanguage.of(request);
        var feed = new AtomFeed(
                path,
                page,
                title,
                pieces.stream().map(piece -> entry(piece, language)).toList(),
                language);
        return Downloads.unlessKnown(
                request,
                feed.toString(),
                () -> HttpResponse.ok(feed.print(messages, portal)).contentType(MediaType.of(AtomFeed.TYPE)));
    }

    private AtomFeed.Entry entry(PublishedNews.Piece piece, Language language) {
        var consultation = "/konsultacje/" + piece.slug();
        return new AtomFeed.Entry(
                consultation + "/" + piece.kind().name().toLowerCase(Locale.ROOT)
                        + (piece.occurrence().isEmpty() ? "" : "/" + piece.occurrence()),
                messages.get(language, "following.mail.subject." + piece.kind().name(), piece.title()),
                piece.happenedAt(),
                consultation + piece.kind().place(),
                piece.note());
    }

    private HttpResponse<?> calendar(HttpRequest<?> request, List<Consultation> terms) {
        var calendar = new TermsCalendar(terms, RequestLanguage.of(request));
        var version = terms.stream()
                .map(consultation -> consultation.slug() + " " + consultation.revision())
                .collect(Collectors.joining(",", calendar.language() + ":", ""));
        return Downloads.unlessKnown(
                request,
                version,
                () -> HttpResponse.ok(calendar.print(messages, portal, OfficeTime.now(clock)))
                        .contentType(MediaType.of(CalendarFile.TYPE)));
    }

    // The sentence is a page, whatever was asked for.
    private static HttpResponse<?> notFound() {
        return Pages.notFound().contentType(MediaType.TEXT_HTML_TYPE);
    }
}
