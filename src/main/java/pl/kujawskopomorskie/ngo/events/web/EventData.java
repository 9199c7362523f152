package pl.kujawskopomorskie.ngo.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventProgramme;
import pl.kujawskopomorskie.ngo.events.ProgrammeSession;
import pl.kujawskopomorskie.ngo.shared.web.OpenAnswers;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * What {@code /api/v1/events} answers. Every field is always there, null where there is nothing; moments are ISO 8601 in UTC, codes
 * in lower case. Fields may be added, and never change their sense or go away within v1.
 */
final class EventData {

    private EventData() {}

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> modes(boolean onSite, boolean online) {
        var modes = new ArrayList<String>();
        if (onSite) {
            modes.add("on_site");
        }
        if (online) {
            modes.add("online");
        }
        return modes;
    }

    /**
     * One page of a list.
     *
     * @param items of the page, in an order that never changes
     * @param next address of the page that follows, or null on the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EventList(List<Summary> items, @Nullable String next) {}

    /**
     * An event as a list has it.
     *
     * @param slug its name in addresses; never changes
     * @param kind what it is
     * @param edition its number, or null
     * @param title as announced
     * @param summary in one or two sentences
     * @param organiser who holds it
     * @param venue where, or null
     * @param modes on_site, online or both
     * @param state published, registration_open, registration_closed, held or cancelled; as of now
     * @param startsAt when its first session begins
     * @param endsAt when its last session ends
     * @param registrationOpensAt first moment at which people register, or null when nobody has to
     * @param registrationClosesAt first moment at which they cannot any more
     * @param publishedAt when it was announced
     * @param cancelled null unless it was cancelled
     * @param page for people
     * @param self with its programme
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Summary(
            String slug,
            String kind,
            @Nullable Integer edition,
            String title,
            String summary,
            String organiser,
            @Nullable String venue,
            List<String> modes,
            String state,
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String registrationOpensAt,
            @Nullable String registrationClosesAt,
            @Nullable String publishedAt,
            @Nullable Cancelled cancelled,
            String page,
            String self) {

        static Summary of(EventOverview overview, PortalConfiguration portal) {
            var event = overview.event();
            var cancelledAt = event.cancelledAt();
            return new Summary(
                    event.slug(),
                    OpenAnswers.code(event.kind()),
                    event.edition(),
                    event.title(),
                    event.summary(),
                    event.organiser(),
                    orNull(event.venue()),
                    EventData.modes(overview.onSite(), overview.online()),
                    OpenAnswers.code(overview.state()),
                    text(overview.startsAt()),
                    text(overview.endsAt()),
                    text(event.registrationOpensAt()),
                    text(event.registrationClosesAt()),
                    text(event.publishedAt()),
                    cancelledAt == null ? null : new Cancelled(cancelledAt.toString(), event.cancelReason()),
                    portal.link("/wydarzenia/" + event.slug()),
                    portal.link("/api/v1/events/" + event.slug()));
        }
    }

    /**
     * An event with its programme.
     *
     * @param event as lists have it
     * @param description what to know of it; blank lines part paragraphs
     * @param contact whom to ask
     * @param travelRefund whether the cost of travel can be refunded
     * @param sessions in the order of time
     * @param series the other events of its series
     * @param editions its other editions
     * @param consultation address of the consultation whose meeting it is, or null
     * @param calendar address of its iCalendar
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Programme(
            Summary event,
            String description,
            Contact contact,
            boolean travelRefund,
            List<SessionItem> sessions,
            List<String> series,
            List<String> editions,
            @Nullable String consultation,
            String calendar) {

        static Programme of(EventProgramme programme, PortalConfiguration portal) {
            var overview = programme.overview();
            var event = overview.event();
            var consultation = programme.consultation();
            return new Programme(
                    Summary.of(overview, portal),
                    event.description(),
                    new Contact(event.contactName(), event.contactEmail(), orNull(event.contactPhone())),
                    event.travelRefund(),
                    overview.sessions().stream()
                            .map(session -> SessionItem.of(session, programme.speakersOf(session)))
                            .toList(),
                    links(programme.series(), portal),
                    links(programme.editions(), portal),
                    consultation == null ? null : portal.link("/api/v1/consultations/" + consultation.slug()),
                    portal.link("/wydarzenia/" + event.slug() + ".ics"));
        }

        private static List<String> links(List<EventProgramme.Link> events, PortalConfiguration portal) {
            return events.stream()
                    .map(other -> portal.link("/api/v1/events/" + other.slug()))
                    .toList();
        }
    }

    /**
     * Why and when it was cancelled.
     *
     * @param at when
     * @param reason why
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Cancelled(String at, @Nullable String reason) {}

    /**
     * Whom to ask.
     *
     * @param name of a person or an office
     * @param email where to write
     * @param phone or null
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Contact(String name, String email, @Nullable String phone) {}

    /**
     * A session.
     *
     * @param kind plenary, panel, training, workshop, meeting or break
     * @param title as announced
     * @param description or null
     * @param startsAt first moment
     * @param endsAt first moment after it
     * @param room or null
     * @param placesOnSite 0 when it is not held on site or nobody books it
     * @param placesOnline 0 when it is not streamed
     * @param freeOnSite of these, free now
     * @param freeOnline of these, free now
     * @param speakers in their order
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionItem(
            String kind,
            String title,
            @Nullable String description,
            String startsAt,
            String endsAt,
            @Nullable String room,
            int placesOnSite,
            int placesOnline,
            int freeOnSite,
            int freeOnline,
            List<SpeakerItem> speakers) {

        static SessionItem of(ProgrammeSession session, List<EventProgramme.Speaker> speakers) {
            Instant startsAt = session.startsAt();
            Instant endsAt = session.endsAt();
            return new SessionItem(
                    OpenAnswers.code(session.kind()),
                    session.title(),
                    orNull(session.description()),
                    startsAt.toString(),
                    endsAt.toString(),
                    orNull(session.room()),
                    session.placesOnSite(),
                    session.placesOnline(),
                    session.freeOnSite(),
                    session.freeOnline(),
                    speakers.stream()
                            .map(speaker -> new SpeakerItem(speaker.name(), orNull(speaker.role())))
                            .toList());
        }
    }

    /**
     * Somebody who speaks.
     *
     * @param name of the person
     * @param role what they are and where, or null
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SpeakerItem(String name, @Nullable String role) {}
}
