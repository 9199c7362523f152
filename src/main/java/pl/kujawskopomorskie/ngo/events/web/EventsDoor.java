package pl.kujawskopomorskie.ngo.events.web;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventStanding;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** The door to the events for which one can register now, with the places that are left. */
@Singleton
final class EventsDoor implements HomeDoor {

    private static final int MOST_FACTS = 4;
    private static final int FEW_PLACES = 5;

    private final EventCatalogue catalogue;

    EventsDoor(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Door door(@Nullable SignedIn person) {
        return new Door(
                "events.door.title",
                "events.door.lead",
                "/wydarzenia",
                "events.door.more",
                catalogue.registering(MOST_FACTS).stream().map(EventsDoor::fact).toList(),
                "events.door.none");
    }

    private static Fact fact(EventOverview overview) {
        var event = overview.event();
        var free = overview.freeOnSite() + overview.freeOnline();
        return overview.standing() == EventStanding.FULL
                ? new Fact(
                        event.title(), "/wydarzenia/" + event.slug(), "events.door.full", false, overview.daysUntil())
                : new Fact(
                        event.title(),
                        "/wydarzenia/" + event.slug(),
                        overview.uneven() ? "events.door.places.most" : "events.door.places",
                        free <= FEW_PLACES,
                        overview.daysUntil(),
                        free);
    }
}
