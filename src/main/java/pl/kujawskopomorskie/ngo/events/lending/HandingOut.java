package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk hands equipment out and takes it back, and notes in what state it was. */
@Singleton
public class HandingOut {

    private static final int LONGEST_NOTE = 500;

    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;
    private final AuditLog audit;
    private final Clock clock;

    HandingOut(Resources resources, Lendings lendings, LentItems items, AuditLog audit, Clock clock) {
        this.resources = resources;
        this.lendings = lendings;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hands out, on the first day of the term or later in it, what is really there. Done twice it is done once. */
    @Transactional
    public DecidingLending.Decision handOut(long lendingId, long resourceId, String note, Actor actor) {
        var found = find(lendingId, resourceId, note, actor);
        if (found.refusal() != null) {
            return found.refusal();
        }
        var lending = found.lending();
        var now = OfficeTime.now(clock);
        if (found.item().takenAt() != null) {
            return new DecidingLending.Decision.Done();
        }
        if (lending.state() != LendingState.ACCEPTED
                || OfficeTime.day(now).isBefore(OfficeTime.day(lending.startsAt()))
                || !now.isBefore(lending.endsAt())) {
            return new DecidingLending.Decision.WrongMoment("lending.handOut.moment");
        }
        if (items.piecesOut(resourceId) + found.item().pieces()
                > found.resource().pieces()) {
            return new DecidingLending.Decision.WrongMoment("lending.handOut.notBack");
        }
        var others = items.taken(List.of(resourceId), now, lending.endsAt(), now).stream()
                .filter(term -> term.lendingId() != lendingId)
                .toList();
        // Handed out early, on the first day of its term, it would not be there when the others come.
        var lacking = others.stream()
                .filter(term -> found.resource().pieces() - piecesAt(later(term.startsAt(), now), others)
                        < found.item().pieces())
                // Of terms that have begun already, it is the latest that leaves too little.
                .min(Comparator.comparing((LentItems.Taken term) -> later(term.startsAt(), now))
                        .thenComparing(LentItems.Taken::startsAt, Comparator.reverseOrder()));
        if (lacking.isPresent()) {
            return new DecidingLending.Decision.Between(
                    lacking.get().startsAt(), lacking.get().endsAt());
        }
        items.take(lendingId, resourceId, now, actor.personId(), note);
        audit.record(
                actor.personId(),
                "EQUIPMENT_TAKEN",
                "lending",
                String.valueOf(lendingId),
                found.resource().name());
        return new DecidingLending.Decision.Done();
    }

    /** Takes back what is out. Done twice it is done once. */
    @Transactional
    public DecidingLending.Decision takeBack(long lendingId, long resourceId, String note, Actor actor) {
        var found = find(lendingId, resourceId, note, actor);
        if (found.refusal() != null) {
            return found.refusal();
        }
        if (found.item().takenAt() == null) {
            return new DecidingLending.Decision.WrongMoment("lending.takeBack.notOut");
        }
        if (items.giveBack(lendingId, resourceId, OfficeTime.now(clock), actor.personId(), note) == 1) {
            audit.record(
                    actor.personId(),
                    "EQUIPMENT_RETURNED",
                    "lending",
                    String.valueOf(lendingId),
                    found.resource().name());
        }
        return new DecidingLending.Decision.Done();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int piecesAt(Instant moment, List<LentItems.Taken> terms) {
        return terms.stream()
                .filter(term ->
                        !term.startsAt().isAfter(moment) && term.endsAt().isAfter(moment))
                .mapToInt(LentItems.Taken::pieces)
                .sum();
    }

    private Found find(long lendingId, long resourceId, String note, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Found(new DecidingLending.Decision.Forbidden(), null, null, null);
        }
        var resource = resources.lock(List.of(resourceId)).stream()
                .filter(found -> !found.room())
                .findFirst()
                .orElse(null);
        var lending = lendings.lock(lendingId).orElse(null);
        var item = items.of(lendingId).stream()
                .filter(each -> each.resourceId() == resourceId)
                .findFirst()
                .orElse(null);
        if (resource == null || lending == null || item == null) {
            return new Found(new DecidingLending.Decision.NotFound(), null, null, null);
        }
        if (Typed.length(note) > LONGEST_NOTE) {
            return new Found(
                    new DecidingLending.Decision.Invalid(
                            FormErrors.of("note-" + resourceId, "forms.tooLong", LONGEST_NOTE)),
                    null,
                    null,
                    null);
        }
        return new Found(null, resource, lending, item);
    }

    private record Found(
            DecidingLending.@Nullable Decision refusal,
            @Nullable Resource maybeResource,
            @Nullable Lending maybeLending,
            @Nullable LendingItem maybeItem) {

        Resource resource() {
            return Objects.requireNonNull(maybeResource);
        }

        Lending lending() {
            return Objects.requireNonNull(maybeLending);
        }

        LendingItem item() {
            return Objects.requireNonNull(maybeItem);
        }
    }
}
