package pl.kujawskopomorskie.ngo.events.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventOverview;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.EventStanding;
import pl.kujawskopomorskie.ngo.events.lending.LendingState;
import pl.kujawskopomorskie.ngo.events.lending.Lendings;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** The door to the events for which one can register now, with the places that are left. */
@Singleton
final class EventsDoor implements HomeDoor {

    private static final int MOST_FACTS = 4;
    private static final int FEW_PLACES = 5;
    private static final int MOST_TODAY = 50;

    private final EventCatalogue catalogue;
    private final Lendings lendings;
    private final Clock clock;

    EventsDoor(EventCatalogue catalogue, Lendings lendings, Clock clock) {
        this.catalogue = catalogue;
        this.lendings = lendings;
        this.clock = clock;
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

    /** The clerk's events of today, and how many requests to borrow wait for a decision. */
    @Override
    public List<Fact> waitingFor(SignedIn person) {
        if (!(person instanceof Actor actor && EventPolicy.mayRun(actor))) {
            return List.of();
        }
        var today = OfficeTime.today(clock);
        var facts = new ArrayList<Fact>();
        var running =
                catalogue.between(OfficeTime.startOf(today), OfficeTime.endOf(today), null, "", MOST_TODAY).stream()
                        .map(EventOverview::event)
                        .filter(event -> event.cancelledAt() == null)
                        .toList();
        if (running.size() == 1) {
            var event = running.getFirst();
            facts.add(
                    new Fact(event.title(), DeskAnswers.EVENTS + "/" + event.slug(), "events.waiting.today", true, 1));
        } else if (!running.isEmpty()) {
            facts.add(new Fact("", DeskAnswers.EVENTS + "?etap=COMING", "events.waiting.today", true, running.size()));
        }
        var asked = lendings.countListed(OfficeTime.now(clock), LendingState.ASKED.name(), 0);
        if (asked > 0) {
            facts.add(new Fact("", "/biuro/sale-i-sprzet?stan=ASKED", "events.waiting.lendings", false, asked));
        }
        return facts;
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
