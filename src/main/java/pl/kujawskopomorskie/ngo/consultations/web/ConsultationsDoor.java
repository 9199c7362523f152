package pl.kujawskopomorskie.ngo.consultations.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationFilter;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/** The door to the drafts that can be commented on now. */
@Singleton
final class ConsultationsDoor implements HomeDoor {

    private static final int MOST_FACTS = 4;
    private static final int SOON = 3;

    private final ConsultationCatalogue catalogue;
    private final OfficeQueue queue;

    ConsultationsDoor(ConsultationCatalogue catalogue, OfficeQueue queue) {
        this.catalogue = catalogue;
        this.queue = queue;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Door door(@Nullable SignedIn person) {
        var open = catalogue.find(new ConsultationFilter(ConsultationState.OPEN, null, null, "", false, 1, MOST_FACTS));
        return new Door(
                "consultations.door.title",
                "consultations.door.lead",
                "/konsultacje",
                "consultations.door.more",
                open.rows().stream()
                        .map(row -> new Fact(
                                row.title(),
                                "/konsultacje/" + row.slug(),
                                "consultations.daysLeft",
                                row.daysLeft() <= SOON,
                                row.daysLeft()))
                        .toList(),
                "consultations.door.none");
    }

    @Override
    public List<Fact> waitingFor(SignedIn person) {
        var waiting = new ArrayList<Fact>(person instanceof Actor actor ? queue.of(actor) : List.of());
        if (!person.roleNames().contains("CLERK")) {
            return waiting;
        }
        var late = catalogue.find(
                new ConsultationFilter(ConsultationState.ANSWERED, null, null, "", false, 1, MOST_FACTS));
        late.rows().stream()
                .map(row -> new Fact(
                        row.title(), "/biuro/konsultacje/" + row.slug(), "consultations.waiting.report", false))
                .forEach(waiting::add);
        return waiting;
    }
}
