package pl.kujawskopomorskie.ngo.events.lending;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Races;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** Somebody who is signed in asks to borrow; the office decides. */
@Singleton
public class AskingToBorrow {

    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;
    private final LendingLetters letters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    AskingToBorrow(
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

    /** Asks once, however often the form is sent. */
    public Asked ask(LendingEntry entry, Actor actor, @Nullable Voice voice, Language language) {
        return Races.run(() -> askOnce(entry, actor, voice, language));
    }

    /** One try. */
    @Transactional
    protected Asked askOnce(LendingEntry entry, Actor actor, @Nullable Voice voice, Language language) {
        var sent = lendings.findByFormToken(entry.formToken())
                .filter(found -> found.personId() != null && found.personId() == actor.personId())
                .orElse(null);
        if (sent != null) {
            return new Asked.Done(sent);
        }
        var now = OfficeTime.now(clock);
        var lent = resources.lent().stream()
                .filter(resource -> entry.pieces().containsKey(resource.key()))
                .toList();
        var errors = entry.check(lent, now);
        var startsAt = entry.startsAt();
        var endsAt = entry.endsAt();
        if (errors.any() || startsAt == null || endsAt == null) {
            return new Asked.Invalid(errors);
        }
        errors = free(entry, lent, startsAt, endsAt);
        if (errors.any()) {
            return new Asked.Invalid(errors);
        }
        var lending = lendings.save(new Lending(
                null,
                entry.formToken(),
                actor.personId(),
                voice == null ? null : voice.organisationId(),
                voice == null ? entry.organisation() : voice.name(),
                actor.displayName(),
                actor.email(),
                entry.phone(),
                language.tag(),
                entry.purpose(),
                entry.people(),
                startsAt,
                endsAt,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                ""));
        items.saveAll(lent.stream()
                .map(resource -> new LendingItem(
                        null,
                        lending.key(),
                        resource.key(),
                        entry.pieces().getOrDefault(resource.key(), 1),
                        null,
                        null,
                        "",
                        null,
                        null,
                        ""))
                .toList());
        outbox.put(letters.of(lending, "asked", items.words(lending.key())));
        audit.record(actor.personId(), "LENDING_ASKED", "lending", String.valueOf(lending.key()), "");
        return new Asked.Done(lending);
    }

    // Who asks for what is lent then already learns so at once; that nothing is promised twice is seen to by the
    // decision.
    private FormErrors free(LendingEntry entry, List<Resource> lent, Instant startsAt, Instant endsAt) {
        var taken = items.taken(lent.stream().map(Resource::key).toList(), startsAt, endsAt, OfficeTime.now(clock));
        var errors = FormErrors.none();
        for (var resource : lent) {
            var free = Occupancy.free(resource, taken, startsAt, endsAt);
            if (resource.room()) {
                errors = errors.unless(free >= 1, "startsOn", "lending.ask.room.taken", resource.name());
            } else {
                errors = errors.unless(
                        free >= entry.pieces().getOrDefault(resource.key(), 1),
                        "pieces-" + resource.key(),
                        "lending.ask.pieces.taken",
                        free);
            }
        }
        return errors;
    }

    /** What came of it. */
    public sealed interface Asked {

        /** It waits for the office. */
        record Done(Lending lending) implements Asked {}

        /** Something stated is wrong. */
        record Invalid(FormErrors errors) implements Asked {}
    }
}
