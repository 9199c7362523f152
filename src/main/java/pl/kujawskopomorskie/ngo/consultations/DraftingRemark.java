package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * A person writes a remark and keeps it for later; nobody else sees it. Before, during and after the term, because a
 * draft binds nobody, and words typed in the last minute must not be lost with it.
 */
@Singleton
public class DraftingRemark {

    private static final int TRIES = 3;

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final AuditLog audit;
    private final Clock clock;

    DraftingRemark(
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what the form states: as a new draft, or in place of what the same form stated before. */
    public Drafting keep(String slug, RemarkEntry entry, Actor actor) {
        for (var tries = 1; ; tries++) {
            try {
                return keepOnce(slug, entry, actor);
            } catch (OptimisticLockException e) {
                if (tries == TRIES) {
                    throw e;
                }
            } catch (DataAccessException e) {
                // The same form was sent twice at once and the other one came first; look again, as the second one.
                if (tries == TRIES || !(Violations.isDuplicate(e) || Violations.isLostRace(e))) {
                    throw e;
                }
            }
        }
    }

    /** One try. */
    @Transactional
    protected Drafting keepOnce(String slug, RemarkEntry entry, Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new Drafting.NotFound();
        }
        var place = place(consultation, entry, actor);
        if (place == null) {
            return new Drafting.NotFound();
        }
        var errors = entry.check();
        if (errors.any()) {
            return new Drafting.Invalid(errors);
        }
        var before = remarks.findByConsultationIdAndFormToken(consultation.key(), entry.formToken())
                .orElse(null);
        if (before == null) {
            return new Drafting.Kept(begin(consultation, place, entry, actor));
        }
        if (!ConsultationPolicy.isAuthor(actor, before)) {
            return new Drafting.NotFound();
        }
        if (before.state() != RemarkState.DRAFT) {
            return new Drafting.Submitted(before);
        }
        return new Drafting.Kept(change(before, place, entry, actor));
    }

    /** Throws a draft away; whether there was one of this person. */
    @Transactional
    public boolean discard(long id, Actor actor) {
        if (remarks.deleteDraft(id, actor.personId()) == 0) {
            return false;
        }
        audit.record(actor.personId(), "REMARK_DRAFT_DISCARDED", "remark", String.valueOf(id), "");
        return true;
    }

    private @Nullable Place place(Consultation consultation, RemarkEntry entry, Actor actor) {
        var version = versions.findByConsultationIdAndNumber(consultation.key(), entry.version())
                .filter(found -> ConsultationPolicy.maySee(actor, consultation, found))
                .orElse(null);
        if (version == null) {
            return null;
        }
        if (entry.unit().isEmpty()) {
            return new Place(version, null);
        }
        return units.findByVersionIdAndAddress(version.key(), entry.unit())
                .map(unit -> new Place(version, unit))
                .orElse(null);
    }

    private Remark begin(Consultation consultation, Place place, RemarkEntry entry, Actor actor) {
        var now = OfficeTime.now(clock);
        var author = RemarkAuthor.onThePortal(actor, entry.consents());
        var saved = remarks.save(new Remark(
                null,
                consultation.key(),
                place.version().key(),
                place.unitId(),
                RemarkState.DRAFT,
                null,
                author.channel(),
                author.personId(),
                author.name(),
                author.named(),
                author.enteredBy(),
                place.wording(),
                entry.proposedWording(),
                entry.rationale(),
                now,
                now,
                null,
                null,
                null,
                entry.formToken(),
                null,
                null,
                0));
        audit.record(actor.personId(), "REMARK_DRAFTED", "remark", String.valueOf(saved.key()), consultation.slug());
        return saved;
    }

    private Remark change(Remark before, Place place, RemarkEntry entry, Actor actor) {
        var author = RemarkAuthor.onThePortal(actor, entry.consents());
        var changed = before.rewritten(
                place.version().key(),
                place.unitId(),
                author,
                place.wording(),
                entry.proposedWording(),
                entry.rationale(),
                OfficeTime.now(clock));
        if (changed.saysTheSameAs(before)) {
            return before;
        }
        audit.record(actor.personId(), "REMARK_DRAFT_CHANGED", "remark", String.valueOf(before.key()), "");
        return remarks.update(changed);
    }

    private record Place(DraftVersion version, @Nullable DraftUnit unit) {

        @Nullable
        Long unitId() {
            return unit == null ? null : unit.key();
        }

        String wording() {
            return unit == null ? "" : unit.text();
        }
    }
}
