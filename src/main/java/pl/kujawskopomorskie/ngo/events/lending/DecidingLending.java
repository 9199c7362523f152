package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk accepts or refuses a request. What it is for is locked in the order of keys, then the request; only then are the terms
 * counted that were accepted before. So a room is never promised twice, nor more pieces than there are.
 */
@Singleton
public class DecidingLending {

    private static final int LONGEST_REASON = 1000;

    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;
    private final LendingLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecidingLending(
            Resources resources,
            Lendings lendings,
            LentItems items,
            LendingLetters letters,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.resources = resources;
        this.lendings = lendings;
        this.items = items;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accepts one. Done twice it is done once. */
    public Decision accept(long id, Actor actor) {
        return Races.run(() -> acceptOnce(id, actor));
    }

    /** One try. */
    @Transactional
    protected Decision acceptOnce(long id, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Decision.Forbidden();
        }
        var asked = items.of(id);
        if (asked.isEmpty()) {
            return new Decision.NotFound();
        }
        var locked = resources.lock(asked.stream().map(LendingItem::resourceId).toList());
        var lending = lendings.lock(id).orElseThrow();
        if (lending.state() == LendingState.ACCEPTED) {
            return new Decision.Done();
        }
        if (lending.state() != LendingState.ASKED) {
            return new Decision.WrongMoment("lending.decide.already");
        }
        var now = OfficeTime.now(clock);
        if (!now.isBefore(lending.endsAt())) {
            return new Decision.WrongMoment("lending.decide.past");
        }
        if (locked.stream().anyMatch(resource -> resource.withdrawnAt() != null)) {
            return new Decision.WrongMoment("lending.decide.withdrawn");
        }
        var lacking = lacking(lending, asked, locked);
        if (!lacking.isEmpty()) {
            return new Decision.Clash(lacking);
        }
        lendings.decide(id, true, "", now, actor.personId());
        tell(lending, "accepted", "");
        audit.record(actor.personId(), "LENDING_ACCEPTED", "lending", String.valueOf(id), "");
        return new Decision.Done();
    }

    /** Refuses one, with a reason that who asked is told. */
    @Transactional
    public Decision refuse(long id, String reason, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Decision.Forbidden();
        }
        var lending = lendings.lock(id).orElse(null);
        if (lending == null) {
            return new Decision.NotFound();
        }
        if (lending.state() == LendingState.REFUSED) {
            return new Decision.Done();
        }
        if (lending.state() != LendingState.ASKED) {
            return new Decision.WrongMoment("lending.decide.already");
        }
        var errors = checkReason("refusal", reason);
        if (errors.any()) {
            return new Decision.Invalid(errors);
        }
        lendings.decide(id, false, reason, OfficeTime.now(clock), actor.personId());
        tell(lending, "refused", reason);
        audit.record(actor.personId(), "LENDING_REFUSED", "lending", String.valueOf(id), reason);
        return new Decision.Done();
    }

    /** Cancels one that was accepted, with a reason that who asked is told; not while its things are out. */
    @Transactional
    public Decision cancel(long id, String reason, Actor actor) {
        if (!EventPolicy.mayRun(actor)) {
            return new Decision.Forbidden();
        }
        var lending = lendings.lock(id).orElse(null);
        if (lending == null) {
            return new Decision.NotFound();
        }
        if (lending.state() == LendingState.CANCELLED) {
            return new Decision.Done();
        }
        if (lending.state() != LendingState.ACCEPTED) {
            return new Decision.WrongMoment("lending.cancel.notAccepted");
        }
        if (items.of(id).stream().anyMatch(item -> item.takenAt() != null)) {
            return new Decision.WrongMoment("lending.cancel.out");
        }
        var errors = checkReason("cancellation", reason);
        if (errors.any()) {
            return new Decision.Invalid(errors);
        }
        lendings.cancel(id, reason, OfficeTime.now(clock), actor.personId());
        tell(lending, "cancelled", reason);
        audit.record(actor.personId(), "LENDING_CANCELLED", "lending", String.valueOf(id), reason);
        return new Decision.Done();
    }

    /** Takes back a request of one's own, waiting or accepted, unless its things are out or its term is over. */
    @Transactional
    public Decision withdraw(long id, Actor actor) {
        if (lendings.own(id, actor.personId()).isEmpty()) {
            return new Decision.NotFound();
        }
        var lending = lendings.lock(id).orElseThrow();
        if (lending.state() == LendingState.WITHDRAWN) {
            return new Decision.Done();
        }
        var now = OfficeTime.now(clock);
        if (lending.state() != LendingState.ASKED && lending.state() != LendingState.ACCEPTED
                || !now.isBefore(lending.endsAt())) {
            return new Decision.WrongMoment("lending.withdraw.late");
        }
        if (items.of(id).stream().anyMatch(item -> item.takenAt() != null)) {
            return new Decision.WrongMoment("lending.withdraw.out");
        }
        lendings.withdraw(id, now);
        audit.record(actor.personId(), "LENDING_WITHDRAWN", "lending", String.valueOf(id), "");
        return new Decision.Done();
    }

    /** What of a request cannot be lent in its term, because it is promised to others then. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Lacking> lacking(Lending lending, List<LendingItem> asked, Collection<Resource> things) {
        var ids = things.stream().map(Resource::key).toList();
        var others = items.taken(ids, lending.startsAt(), lending.endsAt(), OfficeTime.now(clock)).stream()
                .filter(term -> term.lendingId() != lending.key())
                .toList();
        var lacking = new ArrayList<Lacking>();
        for (var item : asked) {
            for (var resource : things) {
                if (resource.key() == item.resourceId()) {
                    var free = Occupancy.free(resource, others, lending.startsAt(), lending.endsAt());
                    if (free < item.pieces()) {
                        lacking.add(new Lacking(resource, item.pieces(), free));
                    }
                }
            }
        }
        return lacking;
    }

    private void tell(Lending lending, String what, String reason) {
        // Who was forgotten has no address any more.
        if (!lending.email().isEmpty()) {
            outbox.put(
                    reason.isEmpty()
                            ? letters.of(lending, what, items.words(lending.key()))
                            : letters.withReason(lending, what, reason));
        }
    }

    private static FormErrors checkReason(String field, String reason) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), field, "lending.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, field, "forms.tooLong", LONGEST_REASON);
    }

    /**
     * Something that there is too little of.
     *
     * @param resource what
     * @param asked how many pieces are asked for
     * @param free how many there are in the whole term
     */
    public record Lacking(Resource resource, int asked, int free) {}

    /** What came of it. */
    public sealed interface Decision {

        /** It is done. */
        record Done() implements Decision {}

        /** It would be lent twice. */
        record Clash(List<Lacking> lacking) implements Decision {
            public Clash {
                lacking = List.copyOf(lacking);
            }
        }

        /** Others have it promised to them within the term. */
        record Between(Instant startsAt, Instant endsAt) implements Decision {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Decision {}

        /** It cannot be done at this moment of its life; the sentence says why. */
        record WrongMoment(String sentenceKey) implements Decision {}

        /** This person may not. */
        record Forbidden() implements Decision {}

        /** There is no such request, or none of this person's. */
        record NotFound() implements Decision {}
    }
}
