package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Clerks look at what people need, which is data of a special category: each look is written to the log. */
@Singleton
public class ViewingNeeds {

    private static final int MOST = 2_000;

    private final Events events;
    private final NeedRows needs;
    private final AuditLog audit;
    private final Clock clock;

    ViewingNeeds(Events events, NeedRows needs, AuditLog audit, Clock clock) {
        this.events = events;
        this.needs = needs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the people of an event need; nothing for who may not know. */
    @Transactional
    public Optional<Needs> of(String slug, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null || !EventPolicy.maySeeNeeds(actor)) {
            return Optional.empty();
        }
        var now = OfficeTime.now(clock);
        var stated = needs.of(event.key(), now, MOST);
        audit.record(actor.personId(), "NEEDS_VIEWED", "event", slug, Integer.toString(stated.size()));
        Map<Need, Integer> counted = new EnumMap<>(Need.class);
        stated.forEach(one -> counted.merge(one.need(), 1, Integer::sum));
        return Optional.of(new Needs(
                event,
                stated.stream()
                        .map(one -> new Stated(one.need(), one.note(), one.name(), one.email(), one.phone()))
                        .toList(),
                counted,
                Math.max(0, needs.count(event.key(), now) - stated.size())));
    }

    /**
     * What the people of an event need.
     *
     * @param event which
     * @param stated need by need
     * @param counted how many people need what
     * @param more left out because there are very many
     */
    public record Needs(Event event, List<Stated> stated, Map<Need, Integer> counted, int more) {}

    /**
     * What one person needs.
     *
     * @param need of which kind
     * @param note in their words, possibly empty
     * @param name as on the badge
     * @param email to ask
     * @param phone to ask, possibly empty
     */
    public record Stated(Need need, String note, String name, String email, String phone) {}
}
