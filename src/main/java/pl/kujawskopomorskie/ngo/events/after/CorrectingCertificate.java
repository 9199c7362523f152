package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventChange;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk mends the name in a certificate, issues it anew when the portal has learnt later where its person was, or takes one back that
 * never should have been issued. A new number is given, and what it says follows from what is noted now; the old one goes on to be
 * found, as replaced.
 */
@Singleton
public class CorrectingCertificate {

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 200;

    /** Most characters of a reason. */
    public static final int LONGEST_REASON = 500;

    private final Events events;
    private final Certificates certificates;
    private final CertificateSessions sessions;
    private final ComparingCertificates comparing;
    private final IssuingCertificates issuing;
    private final AuditLog audit;
    private final Clock clock;

    CorrectingCertificate(
            Events events,
            Certificates certificates,
            CertificateSessions sessions,
            ComparingCertificates comparing,
            IssuingCertificates issuing,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.certificates = certificates;
        this.sessions = sessions;
        this.comparing = comparing;
        this.issuing = issuing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Issues another one with the right name. Of one that was revoked, too: this is how a revocation is undone. */
    @Transactional
    public EventChange correct(String slug, long id, String name, String reason, Actor actor) {
        var locked = lock(slug, id, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var event = locked.event();
        var old = locked.row();
        if (old.replacedAt() != null) {
            return newer(old).filter(row -> row.name().equals(name)).isPresent()
                    ? new EventChange.Done(event)
                    : new EventChange.WrongMoment("events.certificate.replaced.already");
        }
        var errors = FormErrors.none()
                .unless(!name.isEmpty(), "name", "events.certificate.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(old.revokedAt() != null || !name.equals(old.name()), "name", "events.certificate.name.same")
                .and(reasonErrors("reason", reason));
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        return replace(event, old, name, reason, actor);
    }

    /**
     * Issues another one that says what is noted now: the scans of a phone came late, or somebody was ticked on the list. Done twice it
     * is done once.
     */
    @Transactional
    public EventChange reissue(String slug, long id, String reason, Actor actor) {
        var locked = lock(slug, id, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var old = locked.row();
        if (old.replacedAt() != null) {
            return newer(old)
                            .filter(row -> Objects.equals(row.replaces(), old.key()))
                            .filter(row -> row.reason().equals(reason))
                            .isPresent()
                    ? new EventChange.Done(locked.event())
                    : new EventChange.WrongMoment("events.certificate.replaced.already");
        }
        if (old.revokedAt() != null) {
            return new EventChange.WrongMoment("events.certificate.refused.Revoked");
        }
        var errors = reasonErrors("reissueReason", reason);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        return comparing.of(old).same()
                ? new EventChange.WrongMoment("events.certificate.reissue.same")
                : replace(locked.event(), old, old.name(), reason, actor);
    }

    private EventChange replace(Event event, Certificate old, String name, String reason, Actor actor) {
        var part = comparing.now(old).orElse(null);
        if (part == null) {
            return new EventChange.WrongMoment("events.certificate.reissue.gone");
        }
        var now = OfficeTime.now(clock);
        certificates.replace(old.key(), now);
        var number = issuing.another(old.year());
        var saved = certificates.save(new Certificate(
                null,
                old.eventId(),
                old.attendeeId(),
                old.walkInId(),
                number.year(),
                number.code(),
                name,
                old.eventTitle(),
                old.organiser(),
                old.venue(),
                old.startsAt(),
                old.endsAt(),
                part.participation(),
                part.minutes(),
                now,
                actor.personId(),
                old.key(),
                reason,
                null,
                null,
                null,
                null,
                null));
        var named = part.rows(saved.key());
        if (!named.isEmpty()) {
            sessions.saveAll(named);
        }
        audit.record(
                actor.personId(),
                "CERTIFICATE_CORRECTED",
                "event",
                event.slug(),
                old.number().printed() + " → " + saved.number().printed());
        return new EventChange.Done(event);
    }

    /** Takes one back. Done twice it is done once. */
    @Transactional
    public EventChange revoke(String slug, long id, String reason, Actor actor) {
        var locked = lock(slug, id, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var old = locked.row();
        if (old.replacedAt() != null) {
            return new EventChange.WrongMoment("events.certificate.replaced.already");
        }
        if (old.revokedAt() != null) {
            return new EventChange.Done(locked.event());
        }
        var errors = reasonErrors("revokeReason", reason);
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        certificates.revoke(old.key(), OfficeTime.now(clock), actor.personId(), reason);
        audit.record(
                actor.personId(),
                "CERTIFICATE_REVOKED",
                "event",
                slug,
                old.number().printed());
        return new EventChange.Done(locked.event());
    }

    private static FormErrors reasonErrors(String field, String reason) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), field, "events.certificate.reason.missing")
                .unless(Typed.length(reason) <= LONGEST_REASON, field, "forms.tooLong", LONGEST_REASON);
    }

    private Optional<Certificate> newer(Certificate old) {
        var attendeeId = old.attendeeId();
        var walkInId = old.walkInId();
        var living = attendeeId != null
                ? certificates.ofAttendees(List.of(attendeeId))
                : certificates.ofWalkIns(List.of(Objects.requireNonNull(walkInId)));
        return living.stream().findFirst();
    }

    private Locked lock(String slug, long id, Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Locked.refused(new EventChange.NotFound());
        }
        if (!EventPolicy.mayRun(actor)) {
            return Locked.refused(new EventChange.Forbidden());
        }
        events.lock(event.key());
        var row = certificates.lock(event.key(), id).orElse(null);
        if (row == null) {
            return Locked.refused(new EventChange.NotFound());
        }
        return row.forgottenAt() != null
                ? Locked.refused(new EventChange.WrongMoment("events.certificate.forgotten"))
                : new Locked(event, row, null);
    }

    private record Locked(
            @Nullable Event found,
            @Nullable Certificate certificate,
            @Nullable EventChange refusal) {

        static Locked refused(EventChange refusal) {
            return new Locked(null, null, refusal);
        }

        Event event() {
            return Objects.requireNonNull(found);
        }

        Certificate row() {
            return Objects.requireNonNull(certificate);
        }
    }
}
