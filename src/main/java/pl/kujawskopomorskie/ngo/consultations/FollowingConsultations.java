package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.limits.Limit;
import pl.kujawskopomorskie.ngo.shared.limits.LimitingTries;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Following by e-mail, without an account: ask, confirm by the link in the mail, stop by the link in any mail. What an
 * address already follows makes no difference to any answer, nor to the mail that goes there; and since anybody may ask in
 * somebody's name, nothing changes before the link is confirmed, not even the pace.
 */
@Singleton
public class FollowingConsultations {

    private static final Limit TO = new Limit("follow-to", 4, Duration.ofHours(1));
    private static final Limit FROM = new Limit("follow-from", 30, Duration.ofHours(1));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Followers followers;
    private final FollowerTokens tokens;
    private final FollowerLetters letters;
    private final Consultations consultations;
    private final LimitingTries tries;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    FollowingConsultations(
            Followers followers,
            FollowerTokens tokens,
            FollowerLetters letters,
            Consultations consultations,
            LimitingTries tries,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.followers = followers;
        this.tokens = tokens;
        this.letters = letters;
        this.consultations = consultations;
        this.tries = tries;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks to be told. A mail with a link goes to the address in any case.
     *
     * @param slug of the consultation, or empty for all
     * @param email as typed
     * @param pace as chosen in the form
     * @param language of the mail and of those to come
     * @param from where in the network this comes from
     */
    public Asked ask(String slug, String email, String pace, Language language, String from) {
        var consultation = slug.isEmpty() ? null : followable(slug).orElse(null);
        if (consultation == null && !slug.isEmpty()) {
            return new Asked.NotFound();
        }
        var address = EmailAddress.of(email).orElse(null);
        var chosen = Pace.named(pace).orElse(null);
        var errors = FormErrors.none()
                .unless(!Typed.line(email).isEmpty(), "email", "accounts.email.missing")
                .unless(address != null, "email", "accounts.email.wrong")
                .unless(chosen != null, "pace", "following.pace.missing");
        if (errors.any() || address == null || chosen == null) {
            return new Asked.Invalid(errors);
        }
        if (!tries.allow(TO, address.key()) || !tries.allow(FROM, from)) {
            return new Asked.TooManyTries();
        }
        try {
            write(consultation, address, chosen, language);
        } catch (RuntimeException e) {
            // The same address asked twice at the same moment: now there is a row, so this is the second time.
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
            write(consultation, address, chosen, language);
        }
        return new Asked.Mailed();
    }

    @Transactional
    void write(@Nullable Consultation consultation, EmailAddress address, Pace pace, Language language) {
        var now = OfficeTime.now(clock);
        var scope = consultation == null ? 0 : consultation.key();
        var follower = followers.findByEmailKeyAndScope(address.key(), scope).orElse(null);
        if (follower == null) {
            var nobodysHash = new byte[32];
            RANDOM.nextBytes(nobodysHash);
            follower = followers.save(new Follower(
                    null,
                    address.text(),
                    address.key(),
                    consultation == null ? null : scope,
                    scope,
                    pace,
                    language.tag(),
                    nobodysHash,
                    now,
                    null));
        }
        followers.askAgain(follower.key(), now, language.tag());
        var token = tokens.of(follower.key());
        followers.know(follower.key(), FollowerTokens.hash(token));
        outbox.put(letters.confirm(address.text(), language, token, pace, consultation));
        audit.record(null, "FOLLOWING_ASKED_FOR", "follower", Long.toString(follower.key()), "");
    }

    /** What may be followed under a slug: whatever is public. */
    public Optional<Consultation> followable(String slug) {
        return consultations.findBySlug(slug).filter(found -> ConsultationPolicy.maySee(null, found));
    }

    /** What a link is about that still works; it goes on working, however often scanners of mail look at it. */
    public Optional<Followed> look(String token) {
        return followers
                .findByTokenHash(FollowerTokens.hash(token))
                .map(follower -> new Followed(
                        Optional.ofNullable(follower.consultationId())
                                .flatMap(consultations::findById)
                                .map(Consultation::title)
                                .orElse(""),
                        follower.pace()));
    }

    /**
     * Agrees to be told.
     *
     * @param pace as the link had it; another word leaves it as it was
     * @return whether the link still works
     */
    @Transactional
    public boolean confirm(String token, @Nullable String pace) {
        var follower = followers.findByTokenHash(FollowerTokens.hash(token)).orElse(null);
        if (follower == null) {
            return false;
        }
        followers.confirm(
                follower.key(),
                OfficeTime.now(clock),
                Pace.named(pace).orElse(follower.pace()).name());
        audit.record(null, "FOLLOWING_CONFIRMED", "follower", Long.toString(follower.key()), "");
        return true;
    }

    /** Stops, and forgets the address. A second time changes nothing. */
    @Transactional
    public void stop(String token) {
        followers.findByTokenHash(FollowerTokens.hash(token)).ifPresent(follower -> {
            followers.delete(follower.key());
            audit.record(null, "FOLLOWING_STOPPED", "follower", Long.toString(follower.key()), "");
        });
    }

    /**
     * What a link is about.
     *
     * @param title of the consultation followed, or empty for all
     * @param pace at which mail comes, or would
     */
    public record Followed(String title, Pace pace) {}

    /** What came of asking. */
    public sealed interface Asked {

        /** A mail is on its way. */
        record Mailed() implements Asked {}

        /** The form has mistakes. */
        record Invalid(FormErrors errors) implements Asked {}

        /** There is no such consultation. */
        record NotFound() implements Asked {}

        /** Too many mails were asked for. */
        record TooManyTries() implements Asked {}
    }
}
