package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.accounts.Actor;

/** Who asked sees their own requests; the office sees all. */
@Singleton
public class LookingAtLendings {

    private static final int MOST_OWN = 200;

    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;

    LookingAtLendings(Resources resources, Lendings lendings, LentItems items) {
        this.resources = resources;
        this.lendings = lendings;
        this.items = items;
    }

    /** A request of a person's own. */
    public Optional<Detail> own(long id, Actor actor) {
        return lendings.own(id, actor.personId()).map(this::detail);
    }

    /** A request, for the office. */
    public Optional<Detail> of(long id) {
        return lendings.findById(id).map(this::detail);
    }

    /** The requests of a person's account, the latest first. */
    public List<Lendings.Listed> own(Actor actor) {
        return lendings.ofPerson(actor.personId(), MOST_OWN);
    }

    private Detail detail(Lending lending) {
        var known = resources.all().stream().collect(Collectors.toMap(Resource::key, Function.identity()));
        return new Detail(
                lending,
                items.of(lending.key()).stream()
                        .map(item -> new Thing(
                                item,
                                Optional.ofNullable(known.get(item.resourceId()))
                                        .or(() -> resources.findById(item.resourceId()))
                                        .orElseThrow()))
                        .sorted(Comparator.comparing(
                                (Thing thing) -> thing.resource().kind()))
                        .toList());
    }

    /**
     * A request with what it is for.
     *
     * @param lending itself
     * @param things rooms first
     */
    public record Detail(Lending lending, List<Thing> things) {
        public Detail {
            things = List.copyOf(things);
        }
    }

    /**
     * A thing of a request.
     *
     * @param item how many, and whether they are out
     * @param resource what
     */
    public record Thing(LendingItem item, Resource resource) {}
}
