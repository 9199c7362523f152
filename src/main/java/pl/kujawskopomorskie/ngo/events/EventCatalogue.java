package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Events as lists, their pages and feeds show them: with the state that follows from their dates, and the free places that follow
 * from bookings. However many events there are on a page, they cost the same number of queries.
 */
@Singleton
public class EventCatalogue {

    private static final int MOST_OF_A_MONTH = 500;
    private static final int MOST_RELATED = 60;

    private final Events events;
    private final PublishedEvents published;
    private final CountingPlaces counting;
    private final Clock clock;

    EventCatalogue(Events events, PublishedEvents published, CountingPlaces counting, Clock clock) {
        this.events = events;
        this.published = published;
        this.counting = counting;
        this.clock = clock;
    }

    /** One page of the announced events that match, and how many match in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page find(EventFilter filter) {
        var words = search(filter.words()).orElse(null);
        if (words == null) {
            return new Page(List.of(), 0, 1, 1);
        }
        var now = OfficeTime.now(clock);
        var kind = name(filter.kind());
        var coming = filter.span() == EventFilter.Span.COMING;
        var total = coming ? published.countComing(kind, words, now) : published.countPast(kind, words, now);
        var page = Paging.of(total, filter.page(), filter.size());
        var rows = coming
                ? published.coming(kind, words, now, filter.size(), page.offset())
                : published.past(kind, words, now, filter.size(), page.offset());
        return new Page(overviews(rows, now), total, page.number(), page.pages());
    }

    /** The announced events of which something is on in a month. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventOverview> in(YearMonth month, @Nullable EventKind kind, String words) {
        return between(
                OfficeTime.startOf(month.atDay(1)),
                OfficeTime.endOf(month.atEndOfMonth()),
                kind,
                words,
                MOST_OF_A_MONTH);
    }

    /** The announced events of which something is on between two moments, at most so many. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventOverview> between(Instant from, Instant until, @Nullable EventKind kind, String words, int limit) {
        return search(words)
                .map(found ->
                        overviews(published.between(name(kind), found, from, until, limit), OfficeTime.now(clock)))
                .orElseGet(List::of);
    }

    /**
     * Announced events after one that is known, in the order of their announcement: a client that reads page by page gets each
     * once, however many are announced meanwhile.
     *
     * @param span those to come or those that are over, or null for all
     * @param kind only those of it, or null for all
     * @param words as typed, empty for all
     * @param publishedAt when the known one was announced, or the epoch to begin with the first
     * @param id key of the known one, or 0
     * @param limit most rows
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventOverview> after(
            EventFilter.@Nullable Span span,
            @Nullable EventKind kind,
            String words,
            Instant publishedAt,
            long id,
            int limit) {
        var now = OfficeTime.now(clock);
        return search(words)
                .map(found -> overviews(
                        published.after(
                                name(kind), found, span == null ? "" : span.name(), now, publishedAt, id, limit),
                        now))
                .orElseGet(List::of);
    }

    /** Events for which people register now, the next first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventOverview> registering(int limit) {
        var now = OfficeTime.now(clock);
        return overviews(published.registering(now, limit), now);
    }

    /** The announced meetings of a consultation, the first first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventOverview> ofConsultation(long consultationId, int limit) {
        return overviews(published.ofConsultation(consultationId, limit), OfficeTime.now(clock));
    }

    /** An event by its slug, drafts included: callers ask the policy who may see it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<EventOverview> find(String slug) {
        return events.findBySlug(slug)
                .map(event -> overviews(List.of(event), OfficeTime.now(clock)).getFirst());
    }

    /** What the page of an event states beside the event itself. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public EventProgramme programme(EventOverview overview) {
        var event = overview.event();
        var seriesId = Objects.requireNonNullElse(event.seriesOf(), event.key());
        var related = published.related(
                event.key(),
                seriesId,
                Objects.requireNonNullElse(event.edition(), 0),
                event.kind() == EventKind.FORUM,
                MOST_RELATED);
        return new EventProgramme(
                overview,
                published.speaking(event.key()).stream()
                        .collect(Collectors.groupingBy(
                                PublishedEvents.Speaking::sessionId,
                                Collectors.mapping(
                                        person -> new EventProgramme.Speaker(person.name(), person.role()),
                                        Collectors.toList()))),
                related.reversed().stream()
                        .filter(other -> isOf(seriesId, other))
                        .map(EventCatalogue::link)
                        .toList(),
                related.stream()
                        .filter(other -> !isOf(seriesId, other))
                        .map(EventCatalogue::link)
                        .toList(),
                Optional.ofNullable(event.consultationId())
                        .flatMap(published::consultation)
                        .orElse(null));
    }

    /** What happened to events last, the newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<EventNews> newest(int limit) {
        return published.newest(limit);
    }

    private List<EventOverview> overviews(List<Event> rows, Instant now) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var sessions = published.sessions(rows.stream().map(Event::key).toList());
        var places = counting.of(sessions.stream().filter(Session::bookable).toList(), now);
        var programmes = sessions.stream()
                .collect(Collectors.groupingBy(
                        Session::eventId,
                        Collectors.mapping(session -> ProgrammeSession.of(session, places), Collectors.toList())));
        return rows.stream()
                .map(event -> new EventOverview(event, programmes.getOrDefault(event.key(), List.of()), now))
                .toList();
    }

    private static boolean isOf(long seriesId, PublishedEvents.Related other) {
        return other.id() == seriesId || Objects.equals(other.seriesOf(), seriesId);
    }

    private static EventProgramme.Link link(PublishedEvents.Related other) {
        return new EventProgramme.Link(other.slug(), other.title(), other.startsAt());
    }

    private static String name(@Nullable EventKind kind) {
        return kind == null ? "" : kind.name();
    }

    // Empty for no words; nothing when something was typed in which there is no word to look for.
    private static Optional<String> search(String typed) {
        return typed.isEmpty() ? Optional.of("") : PolishSearch.query(typed);
    }

    /**
     * One page of a list.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Page(List<EventOverview> rows, long total, int number, int pages) {}
}
