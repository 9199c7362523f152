package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk begins a consultation and writes its notice, until it is announced. */
@Singleton
public class PreparingConsultation {

    private final Consultations consultations;
    private final ConsultationSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    PreparingConsultation(Consultations consultations, ConsultationSettings settings, AuditLog audit, Clock clock) {
        this.consultations = consultations;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a consultation with what is known so far; it gets its address from its title, for good. */
    @Transactional
    public LifeChange begin(ConsultationNotice notice, Actor actor) {
        if (!ConsultationPolicy.mayRun(actor)) {
            return new LifeChange.Forbidden();
        }
        var errors = check(notice);
        if (errors.any()) {
            return new LifeChange.Invalid(errors);
        }
        var now = OfficeTime.now(clock);
        var meeting = notice.meeting();
        var saved = consultations.save(new Consultation(
                null,
                freeSlug(notice.title()),
                null,
                null,
                notice.title(),
                notice.subject(),
                notice.summary(),
                notice.legalBasis(),
                notice.kind(),
                notice.participants(),
                channels(notice.channels()),
                notice.departmentId(),
                notice.contactName(),
                notice.contactEmail(),
                notice.contactPhone(),
                notice.opensAt(),
                notice.closesAt(),
                null,
                notice.fourEyes(),
                meeting == null ? null : meeting.at(),
                meeting == null ? null : meeting.place(),
                meeting == null ? null : meeting.note(),
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                actor.personId(),
                0));
        index(saved);
        audit.record(actor.personId(), "CONSULTATION_BEGUN", "consultation", saved.slug(), saved.title());
        return new LifeChange.Done(saved);
    }

    /**
     * Changes the notice of a consultation that is not announced yet. What is announced changes by extending or
     * cancelling only, because people rely on it.
     *
     * @param revision of the consultation when the clerk opened the form
     */
    @Transactional
    public LifeChange change(String slug, int revision, ConsultationNotice notice, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new LifeChange.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new LifeChange.Forbidden();
        }
        if (found.announcedAt() != null) {
            return new LifeChange.WrongMoment("consultations.change.announced");
        }
        var errors = check(notice);
        if (errors.any()) {
            return new LifeChange.Invalid(errors);
        }
        if (found.revision() != revision) {
            return new LifeChange.Stale();
        }
        try {
            var changed = consultations.update(with(found, notice));
            index(changed);
            audit.record(actor.personId(), "CONSULTATION_CHANGED", "consultation", slug, changed.title());
            return new LifeChange.Done(changed);
        } catch (OptimisticLockException e) {
            return new LifeChange.Stale();
        }
    }

    /** What is wrong with a notice, whatever its consultation's moment. */
    private FormErrors check(ConsultationNotice notice) {
        var opensAt = notice.opensAt();
        var closesAt = notice.closesAt();
        var shortest = settings.valueOf(ConsultationSetting.SHORTEST_TERM_DAYS);
        return FormErrors.none()
                .unless(!notice.title().isEmpty(), "title", "consultations.form.title.missing")
                .unless(notice.title().length() <= 500, "title", "forms.tooLong", 500)
                .unless(notice.subject().length() <= 500, "subject", "forms.tooLong", 500)
                .unless(notice.summary().length() <= 10_000, "summary", "forms.tooLong", 10_000)
                .unless(notice.legalBasis().length() <= 1000, "legalBasis", "forms.tooLong", 1000)
                .unless(notice.participants().length() <= 1000, "participants", "forms.tooLong", 1000)
                .unless(notice.contactName().length() <= 200, "contactName", "forms.tooLong", 200)
                .unless(notice.contactEmail().length() <= 254, "contactEmail", "forms.tooLong", 254)
                .unless(notice.contactPhone().length() <= 40, "contactPhone", "forms.tooLong", 40)
                .unless(
                        opensAt == null || closesAt == null || closesAt.isAfter(opensAt),
                        "closesOn",
                        "consultations.form.closesOn.early")
                .unless(
                        opensAt == null || closesAt == null || Consultation.days(opensAt, closesAt) >= shortest,
                        "closesOn",
                        "consultations.form.closesOn.short",
                        shortest);
    }

    private void index(Consultation consultation) {
        consultations.index(
                consultation.key(),
                PolishSearch.index(consultation.title(), consultation.subject(), consultation.summary()));
    }

    private String freeSlug(String title) {
        var slug = Slug.of(title, 70);
        return Slug.free(slug, consultations.slugsLike(slug));
    }

    private static Consultation with(Consultation old, ConsultationNotice notice) {
        var meeting = notice.meeting();
        return new Consultation(
                old.id(),
                old.slug(),
                old.year(),
                old.number(),
                notice.title(),
                notice.subject(),
                notice.summary(),
                notice.legalBasis(),
                notice.kind(),
                notice.participants(),
                channels(notice.channels()),
                notice.departmentId(),
                notice.contactName(),
                notice.contactEmail(),
                notice.contactPhone(),
                notice.opensAt(),
                notice.closesAt(),
                old.reportDueOn(),
                notice.fourEyes(),
                meeting == null ? null : meeting.at(),
                meeting == null ? null : meeting.place(),
                meeting == null ? null : meeting.note(),
                old.announcedAt(),
                old.cancelledAt(),
                old.cancelReason(),
                old.actNumber(),
                old.actAdoptedOn(),
                old.actLink(),
                old.createdAt(),
                old.createdBy(),
                old.revision());
    }

    // The portal's own form is always open: a consultation that cannot be answered here would be none.
    private static String channels(Set<Channel> chosen) {
        return Channel.join(
                Stream.concat(Stream.of(Channel.FORM), chosen.stream()).collect(Collectors.toSet()));
    }
}
