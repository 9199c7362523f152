package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk announces a consultation, extends its term, cancels it, and at its end states what act was adopted. Each takes
 * the consultation's lock first, so that it cannot pass a remark that is being submitted.
 */
@Singleton
public class RunningConsultation {

    private static final int LONGEST_REASON = 1000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final DraftVersions versions;
    private final ConsultationSettings settings;
    private final TellingFollowers telling;
    private final AuditLog audit;
    private final Clock clock;

    RunningConsultation(
            Consultations consultations,
            ConsultationReports reports,
            DraftVersions versions,
            ConsultationSettings settings,
            TellingFollowers telling,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.versions = versions;
        this.settings = settings;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes the notice together with the first version of the draft, and gives the consultation its number within
     * the year. The term may begin at once or later, never in the past.
     */
    @Transactional
    public LifeChange announce(String slug, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var consultation = locked.consultation();
        if (consultation.announcedAt() != null) {
            return new LifeChange.WrongMoment("consultations.announce.already");
        }
        var now = OfficeTime.now(clock);
        var draft = versions.findByConsultationIdOrderByNumber(consultation.key());
        var errors = readiness(consultation, !draft.isEmpty(), now);
        if (errors.any()) {
            return new LifeChange.Invalid(errors);
        }
        for (var version : draft) {
            versions.publish(version.key(), now);
        }
        var year = OfficeTime.day(now).getYear();
        consultations.lockNumbersOf(year);
        var closesAt = consultation.closesAt();
        if (closesAt == null) {
            throw new IllegalStateException("readiness() lets no consultation pass without a term");
        }
        // The report's term runs from the last day of the term, not from the moment after it.
        var lastDay = OfficeTime.day(closesAt.minusNanos(1));
        consultations.announce(
                consultation.key(),
                year,
                consultations.highestNumber(year) + 1,
                now,
                lastDay.plusDays(settings.valueOf(ConsultationSetting.REPORT_DUE_DAYS)));
        telling.tell(consultation, NewsKind.ANNOUNCED, TellingFollowers.ONCE);
        return done(slug, actor, "CONSULTATION_ANNOUNCED", consultation.title());
    }

    /**
     * Gives people more time, with a public reason.
     *
     * @param closesAt first moment after the new term; later than the old one
     */
    @Transactional
    public LifeChange extend(String slug, @Nullable Instant closesAt, String reason, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var consultation = locked.consultation();
        var now = OfficeTime.now(clock);
        var old = consultation.closesAt();
        if (consultation.announcedAt() == null
                || consultation.cancelledAt() != null
                || old == null
                || !now.isBefore(old)) {
            return new LifeChange.WrongMoment("consultations.extend.notRunning");
        }
        var errors = reason("reason", reason)
                .unless(closesAt != null, "closesOn", "consultations.form.closesOn.missing")
                .unless(closesAt == null || closesAt.isAfter(old), "closesOn", "consultations.extend.notLater");
        if (errors.any() || closesAt == null) {
            return new LifeChange.Invalid(errors);
        }
        consultations.addExtension(consultation.key(), old, closesAt, reason, now, actor.personId());
        var lastDay = OfficeTime.day(closesAt.minusNanos(1));
        consultations.setTerm(
                consultation.key(), closesAt, lastDay.plusDays(settings.valueOf(ConsultationSetting.REPORT_DUE_DAYS)));
        telling.tell(consultation, NewsKind.EXTENDED, Long.toString(OfficeTime.toMicros(closesAt)));
        return done(slug, actor, "CONSULTATION_EXTENDED", reason);
    }

    /** Cancels what was announced, with a public reason. What people sent stays in the register. */
    @Transactional
    public LifeChange cancel(String slug, String reason, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var consultation = locked.consultation();
        if (consultation.announcedAt() == null
                || consultation.cancelledAt() != null
                || reports.publishedAt(consultation.key()).isPresent()) {
            return new LifeChange.WrongMoment("consultations.cancel.tooLate");
        }
        var errors = reason("cancelReason", reason);
        if (errors.any()) {
            return new LifeChange.Invalid(errors);
        }
        consultations.cancel(consultation.key(), OfficeTime.now(clock), reason);
        telling.tell(consultation, NewsKind.CANCELLED, TellingFollowers.ONCE);
        return done(slug, actor, "CONSULTATION_CANCELLED", reason);
    }

    /**
     * States what became of the draft.
     *
     * @param number of the act, such as {@code XXI/412/26}
     * @param adoptedOn day of its adoption, not in the future
     * @param link where it is published, possibly empty; HTTP or HTTPS only
     */
    @Transactional
    public LifeChange recordAct(String slug, String number, @Nullable LocalDate adoptedOn, String link, Actor actor) {
        var locked = lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var consultation = locked.consultation();
        if (reports.publishedAt(consultation.key()).isEmpty()) {
            return new LifeChange.WrongMoment("consultations.act.noReport");
        }
        var errors = FormErrors.none()
                .unless(!number.isEmpty(), "actNumber", "consultations.act.number.missing")
                .unless(number.length() <= 60, "actNumber", "forms.tooLong", 60)
                .unless(adoptedOn != null, "adoptedOn", "consultations.act.adoptedOn.missing")
                .unless(
                        adoptedOn == null || !adoptedOn.isAfter(OfficeTime.today(clock)),
                        "adoptedOn",
                        "consultations.act.adoptedOn.future")
                .unless(
                        link.isEmpty() || link.matches("https?://\\S{3,480}"),
                        "actLink",
                        "consultations.act.link.wrong");
        if (errors.any() || adoptedOn == null) {
            return new LifeChange.Invalid(errors);
        }
        consultations.recordAct(consultation.key(), number, adoptedOn, link.isEmpty() ? null : link);
        return done(slug, actor, "ACT_RECORDED", number);
    }

    /** What keeps a consultation from being announced now, by field of its notice; for whoever is about to announce it. */
    public FormErrors missing(Consultation consultation) {
        return readiness(
                consultation,
                !versions.findByConsultationIdOrderByNumber(consultation.key()).isEmpty(),
                OfficeTime.now(clock));
    }

    /** What a notice still lacks before it can be published, by field of its form. */
    private FormErrors readiness(Consultation consultation, boolean hasDraft, Instant now) {
        var opensAt = consultation.opensAt();
        var closesAt = consultation.closesAt();
        var shortest = settings.valueOf(ConsultationSetting.SHORTEST_TERM_DAYS);
        return FormErrors.none()
                .unless(!consultation.subject().isEmpty(), "subject", "consultations.form.subject.missing")
                .unless(!consultation.summary().isEmpty(), "summary", "consultations.form.summary.missing")
                .unless(!consultation.legalBasis().isEmpty(), "legalBasis", "consultations.form.legalBasis.missing")
                .unless(
                        !consultation.participants().isEmpty(),
                        "participants",
                        "consultations.form.participants.missing")
                .unless(!consultation.contactName().isEmpty(), "contactName", "consultations.form.contactName.missing")
                .unless(
                        !consultation.contactEmail().isEmpty(),
                        "contactEmail",
                        "consultations.form.contactEmail.missing")
                .unless(opensAt != null, "opensOn", "consultations.form.opensOn.missing")
                .unless(closesAt != null, "closesOn", "consultations.form.closesOn.missing")
                .unless(
                        opensAt == null || !OfficeTime.day(opensAt).isBefore(OfficeTime.day(now)),
                        "opensOn",
                        "consultations.form.opensOn.past")
                .unless(
                        closesAt == null
                                || opensAt == null
                                || Consultation.days(later(opensAt, now), closesAt) >= shortest,
                        "closesOn",
                        "consultations.form.closesOn.short",
                        shortest)
                .unless(hasDraft, FormErrors.WHOLE_FORM, "consultations.announce.noDraft");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static FormErrors reason(String field, String reason) {
        return FormErrors.none()
                .unless(!reason.isEmpty(), field, "consultations.reason.missing")
                .unless(reason.length() <= LONGEST_REASON, field, "forms.tooLong", LONGEST_REASON);
    }

    private LifeChange done(String slug, Actor actor, String action, String detail) {
        audit.record(actor.personId(), action, "consultation", slug, detail);
        return new LifeChange.Done(consultations.findBySlug(slug).orElseThrow());
    }

    private Locked lock(String slug, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return Locked.refused(new LifeChange.NotFound());
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return Locked.refused(new LifeChange.Forbidden());
        }
        // Discarded while this waited for the lock, it is nowhere any more.
        return consultations
                .findByIdForUpdate(found.key())
                .map(row -> new Locked(row, null))
                .orElseGet(() -> Locked.refused(new LifeChange.NotFound()));
    }

    private record Locked(
            @Nullable Consultation row, @Nullable LifeChange refusal) {

        static Locked refused(LifeChange refusal) {
            return new Locked(null, refusal);
        }

        Consultation consultation() {
            if (row == null) {
                throw new IllegalStateException("It was refused");
            }
            return row;
        }
    }
}
