package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    public List<Listed> own(Actor actor) {
        return listed(lendings.ofPerson(actor.personId(), MOST_OWN));
    }

    /**
     * Requests for the office: by their term, those to come first.
     *
     * @param state which part of them, or empty
     * @param resourceId key of what they are for, 0 for all
     */
    public List<Listed> list(Instant now, String state, long resourceId, int size, int offset) {
        return listed(lendings.list(now, state, resourceId, size, offset));
    }

    /** Requests, accepted or waiting, that want something of the same in the same time as one of them. */
    public List<Listed> meeting(long id) {
        return listed(lendings.meeting(id));
    }

    /** What a request is for and others should have given back by now. */
    public List<Overdue> overdue(Detail detail, Instant now) {
        var things = detail.things().stream()
                .map(Thing::resource)
                .collect(Collectors.toMap(Resource::key, Function.identity()));
        return items.overdue(things.keySet(), now).stream()
                .filter(term -> term.lendingId() != detail.lending().key())
                .map(term -> new Overdue(Objects.requireNonNull(things.get(term.resourceId())), term))
                .toList();
    }

    private List<Listed> listed(List<Lendings.Row> rows) {
        var things = items.words(rows.stream().map(Lendings.Row::id).toList());
        return rows.stream()
                .map(row -> new Listed(
                        row.id(),
                        row.organisationName(),
                        row.name(),
                        row.startsAt(),
                        row.endsAt(),
                        LendingState.of(row.accepted(), row.withdrawnAt() != null, row.cancelledAt() != null),
                        things.getOrDefault(row.id(), "")))
                .toList();
    }

    private Detail detail(Lending lending) {
        var asked = items.of(lending.key());
        var known = resources.some(asked.stream().map(LendingItem::resourceId).toList()).stream()
                .collect(Collectors.toMap(Resource::key, Function.identity()));
        return new Detail(
                lending,
                asked.stream()
                        .map(item -> new Thing(item, Objects.requireNonNull(known.get(item.resourceId()))))
                        .sorted(Comparator.comparing(
                                (Thing thing) -> thing.resource().kind()))
                        .toList());
    }

    /**
     * A request in a list.
     *
     * @param id its key
     * @param organisationName possibly empty
     * @param name who asked; empty of one who was forgotten
     * @param startsAt when the term begins
     * @param endsAt when it ends
     * @param state how it stands
     * @param things what it is for, in words
     */
    public record Listed(
            long id,
            String organisationName,
            String name,
            Instant startsAt,
            Instant endsAt,
            LendingState state,
            String things) {}

    /**
     * Something that should have been given back.
     *
     * @param resource what
     * @param term how many pieces, with which request, until when
     */
    public record Overdue(Resource resource, LentItems.Taken term) {}

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

        /** How many people the room seats, or 0 without a room. */
        public int seats() {
            return things.stream()
                    .map(Thing::resource)
                    .filter(Resource::room)
                    .mapToInt(Resource::seats)
                    .sum();
        }

        /** Whether more come than the room seats. */
        public boolean crowded() {
            return seats() > 0 && lending.people() > seats();
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
