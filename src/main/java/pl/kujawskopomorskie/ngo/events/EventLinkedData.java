package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.LinkedData;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** An event as search engines read it: an {@code Event} of schema.org in JSON-LD, its sessions as parts of it. */
@Singleton
public final class EventLinkedData {

    private static final String SCHEMA = "https://schema.org/";

    private final LinkedData block;
    private final PortalConfiguration portal;

    EventLinkedData(LinkedData block, PortalConfiguration portal) {
        this.block = block;
        this.portal = portal;
    }

    /** The data block of an event's page, or null when it is not public. */
    public @Nullable String of(EventProgramme programme) {
        var overview = programme.overview();
        var event = overview.event();
        var startsAt = overview.startsAt();
        var endsAt = overview.endsAt();
        if (event.publishedAt() == null || startsAt == null || endsAt == null) {
            return null;
        }
        var page = portal.link("/wydarzenia/" + event.slug());
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Event");
        data.put("@id", page);
        data.put("url", page);
        data.put("name", event.title());
        data.put("description", event.summary());
        data.put("startDate", moment(startsAt));
        data.put("endDate", moment(endsAt));
        data.put("eventStatus", SCHEMA + (event.cancelledAt() == null ? "EventScheduled" : "EventCancelled"));
        data.put("eventAttendanceMode", SCHEMA + attendance(overview.onSite(), overview.online()));
        data.put("location", locations(event.venue(), overview.onSite(), overview.online(), page));
        data.put("organizer", Map.of("@type", "Organization", "name", event.organiser()));
        data.put("inLanguage", "pl");
        data.put("isAccessibleForFree", true);
        var opensAt = event.registrationOpensAt();
        if (opensAt != null) {
            data.put("offers", offer(overview, page, opensAt));
        }
        if (overview.sessions().size() > 1) {
            data.put(
                    "subEvent",
                    overview.sessions().stream()
                            .filter(session -> session.kind() != SessionKind.BREAK)
                            .map(session -> part(session, overview, page, programme.speakersOf(session)))
                            .toList());
        }
        return block.of(data);
    }

    private static String attendance(boolean onSite, boolean online) {
        if (!online) {
            return "OfflineEventAttendanceMode";
        }
        return onSite ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
    }

    // The stream's own address is for those who registered.
    private static List<Map<String, Object>> locations(String where, boolean onSite, boolean online, String page) {
        var locations = new ArrayList<Map<String, Object>>();
        if ((onSite || !online) && !where.isEmpty()) {
            locations.add(place(where));
        }
        if (online) {
            locations.add(Map.of("@type", "VirtualLocation", "url", page));
        }
        return locations;
    }

    private static Map<String, Object> place(String where) {
        var place = new LinkedHashMap<String, Object>();
        place.put("@type", "Place");
        place.put("name", where);
        place.put("address", where);
        return place;
    }

    private static Map<String, Object> offer(EventOverview overview, String page, Instant opensAt) {
        var offer = new LinkedHashMap<String, Object>();
        offer.put("@type", "Offer");
        offer.put("url", page);
        offer.put("price", 0);
        offer.put("priceCurrency", "PLN");
        offer.put("validFrom", moment(opensAt));
        offer.put(
                "availability",
                SCHEMA
                        + switch (overview.standing()) {
                            case OPEN, OPEN_TO_ALL -> "InStock";
                            case OPENS_LATER -> "PreOrder";
                            case FULL, CLOSED, HELD, CANCELLED, DRAFTED -> "SoldOut";
                        });
        return offer;
    }

    private static Map<String, Object> part(
            ProgrammeSession session, EventOverview overview, String page, List<EventProgramme.Speaker> speakers) {
        var venue = overview.event().venue();
        // What nobody books is where the whole is.
        var onSite = session.bookable() ? session.placesOnSite() > 0 : overview.onSite();
        var online = session.bookable() ? session.placesOnline() > 0 : overview.online();
        var where =
                session.room().isEmpty() || venue.isEmpty() ? session.room() + venue : session.room() + ", " + venue;
        var part = new LinkedHashMap<String, Object>();
        part.put("@type", "Event");
        part.put("name", session.title());
        part.put("startDate", moment(session.startsAt()));
        part.put("endDate", moment(session.endsAt()));
        part.put("eventAttendanceMode", SCHEMA + attendance(onSite, online));
        part.put("location", locations(where, onSite, online, page));
        if (!speakers.isEmpty()) {
            part.put(
                    "performer",
                    speakers.stream()
                            .map(speaker -> Map.of("@type", "Person", "name", speaker.name()))
                            .toList());
        }
        return part;
    }

    private static String moment(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(OfficeTime.ZONE));
    }
}
