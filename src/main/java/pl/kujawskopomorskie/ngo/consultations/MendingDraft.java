package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.Alignment;
import pl.kujawskopomorskie.ngo.consultations.act.Editing;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk mends by hand what the reader of drafts got wrong, before the version is published: cuts a unit in two, joins
 * two, gives one another label, or says which unit of the version before it continues.
 */
@Singleton
public class MendingDraft {

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftTexts texts;
    private final DraftAlignments alignments;
    private final AuditLog audit;

    MendingDraft(
            Consultations consultations,
            DraftVersions versions,
            DraftTexts texts,
            DraftAlignments alignments,
            AuditLog audit) {
        this.consultations = consultations;
        this.versions = versions;
        this.texts = texts;
        this.alignments = alignments;
        this.audit = audit;
    }

    /**
     * Cuts a unit before the words with which its second part begins.
     *
     * @param words the first words of the second part, which stand in the unit exactly once and not at its beginning
     */
    @Transactional
    public DraftReading split(Place place, String words, Actor actor) {
        return mend(place, actor, "UNIT_SPLIT", act -> {
            var text = textOf(act, place.unit());
            var at = words.isEmpty() ? -1 : text.indexOf(words);
            if (at < 1 || text.indexOf(words, at + 1) >= 0) {
                throw new Refusal("words", "desk.mend.words.notOnce");
            }
            return Editing.split(act, place.unit(), at);
        });
    }

    /** Joins a unit with the one that follows it. */
    @Transactional
    public DraftReading join(Place place, Actor actor) {
        return mend(place, actor, "UNITS_JOINED", act -> Editing.joinWithNext(act, place.unit()));
    }

    /** Gives a unit another kind and label; addresses and citations below it follow. */
    @Transactional
    public DraftReading relabel(Place place, UnitKind kind, String label, Actor actor) {
        return mend(place, actor, "UNIT_RELABELLED", act -> {
            if (!Editing.fits(kind, label)) {
                throw new Refusal("label", "desk.mend.label.wrong");
            }
            return Editing.relabel(act, place.unit(), kind, label);
        });
    }

    /**
     * Says which unit of the version before a unit continues; the other pairs stay as they are.
     *
     * @param before address of that unit, or empty when the unit is new
     */
    @Transactional
    public DraftReading pair(Place place, String before, Actor actor) {
        var found = open(place, actor);
        if (found.refusal() != null) {
            return found.refusal();
        }
        var after = found.version();
        var previous = versions.findByConsultationIdAndNumber(after.consultationId(), after.number() - 1)
                .orElse(null);
        if (previous == null) {
            return new DraftReading.NotFound();
        }
        var decisions = alignments.decisions(previous, after);
        decisions.removeIf(each -> each.after().equals(place.unit())
                || (!before.isEmpty() && each.before().equals(before)));
        decisions.add(new Alignment.Forced(before, place.unit()));
        alignments.align(previous, after, decisions);
        return done(after, place, actor, "UNITS_PAIRED");
    }

    private DraftReading mend(Place place, Actor actor, String action, UnaryOperator<ActText> change) {
        var found = open(place, actor);
        if (found.refusal() != null) {
            return found.refusal();
        }
        var version = found.version();
        try {
            texts.replace(version.key(), change.apply(texts.find(version)));
        } catch (Refusal refusal) {
            return new DraftReading.Invalid(FormErrors.of(refusal.field, refusal.key));
        } catch (IllegalArgumentException e) {
            // The editor knows what cannot be done to a unit: there is none
            // after it, the label fits no unit, and so on.
            return new DraftReading.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "desk.mend.impossible"));
        }
        versions.findByConsultationIdAndNumber(version.consultationId(), version.number() - 1)
                .ifPresent(before -> alignments.align(before, version, List.of()));
        return done(version, place, actor, action);
    }

    private DraftReading done(DraftVersion version, Place place, Actor actor, String action) {
        // The revision moves with the text, so that a second clerk who looks at the old division is told.
        var changed = versions.update(version.mendedByHand());
        audit.record(
                actor.personId(),
                action,
                "consultation",
                place.slug(),
                "version " + place.number() + ", " + place.unit());
        return new DraftReading.Done(changed);
    }

    private Found open(Place place, Actor actor) {
        var consultation = consultations.findBySlug(place.slug()).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new Found(null, new DraftReading.NotFound());
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Found(null, new DraftReading.Forbidden());
        }
        consultations.findByIdForUpdate(consultation.key());
        var version = versions.findByConsultationIdAndNumber(consultation.key(), place.number())
                .orElse(null);
        if (version == null) {
            return new Found(null, new DraftReading.NotFound());
        }
        if (version.publishedAt() != null) {
            return new Found(null, new DraftReading.WrongMoment("consultations.version.published.already"));
        }
        return version.revision() == place.revision()
                ? new Found(version, null)
                : new Found(null, new DraftReading.Stale());
    }

    private static String textOf(ActText act, String unit) {
        return act.units().stream()
                .filter(each -> each.id().equals(unit))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit " + unit))
                .text();
    }

    /**
     * Where something is mended.
     *
     * @param slug of the consultation
     * @param number of the version
     * @param revision of the version that the clerk looked at
     * @param unit address of the unit
     */
    public record Place(String slug, int number, int revision, String unit) {}

    private record Found(
            @Nullable DraftVersion row, @Nullable DraftReading refusal) {

        DraftVersion version() {
            if (row == null) {
                throw new IllegalStateException("It was refused");
            }
            return row;
        }
    }

    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String key;

        Refusal(String field, String key) {
            super(key, null, false, false);
            this.field = field;
            this.key = key;
        }
    }
}
