package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.documents.StoredFile;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A person writes a remark and keeps it for later; nobody else sees it but, of a remark for an organisation, those who
 * speak for the organisation too. Before, during and after the term, because a draft binds nobody, and words typed in the
 * last minute must not be lost with it.
 */
@Singleton
public class DraftingRemark {

    /** Somebody else, or the same person in another tab, changed the draft since it was read. */
    static final String CHANGED = "consultations.remark.draft.changed";

    /** The person no longer speaks for the organisation. */
    static final String VOICE_ENDED = "consultations.remark.voice.ended";

    private static final int TRIES = 3;

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final StoringFiles files;
    private final SendingFiles sending;
    private final ConsultationSettings settings;
    private final Voices voices;
    private final AuditLog audit;
    private final Clock clock;

    DraftingRemark(
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            RemarkAttachments attachments,
            StoringFiles files,
            SendingFiles sending,
            ConsultationSettings settings,
            Voices voices,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.attachments = attachments;
        this.files = files;
        this.sending = sending;
        this.settings = settings;
        this.voices = voices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what the form states: as a new draft, or in place of what the same form stated before.
     *
     * @param voice in whose name, or null for the person's own
     */
    public Drafting keep(String slug, RemarkEntry entry, Actor actor, @Nullable Voice voice) {
        for (var tries = 1; ; tries++) {
            try {
                return keepOnce(slug, entry, actor, voice);
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
    protected Drafting keepOnce(String slug, RemarkEntry stated, Actor actor, @Nullable Voice chosen) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return new Drafting.NotFound();
        }
        var place = place(consultation, stated, actor);
        if (place == null) {
            return new Drafting.NotFound();
        }
        // The right to speak may have ended since the page was asked for; from here on it holds
        // until the words are kept.
        var voice = chosen == null ? null : voices.of(actor, chosen.organisationId());
        if (chosen != null && voice == null) {
            return new Drafting.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, VOICE_ENDED));
        }
        var entry = voice == null
                ? stated.against(place.wording())
                : stated.against(place.wording()).named();
        var errors = entry.check().and(sending.check(entry.files()));
        if (errors.any()) {
            return new Drafting.Invalid(errors);
        }
        var before = remarks.ownedByToken(consultation.key(), entry.formToken(), actor.personId())
                .orElse(null);
        if (before == null && remarks.existsByConsultationIdAndFormToken(consultation.key(), entry.formToken())) {
            // The same form sent twice at once may have come between the two questions; otherwise it is somebody
            // else's.
            before = remarks.ownedByToken(consultation.key(), entry.formToken(), actor.personId())
                    .orElse(null);
            if (before == null) {
                return new Drafting.NotFound();
            }
        }
        if (before == null) {
            if (entry.seen() != null) {
                return new Drafting.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, "consultations.remark.draft.gone"));
            }
            if (entry.files().size() > settings.valueOf(ConsultationSetting.MOST_ATTACHMENTS)) {
                return tooManyFiles();
            }
            // Files first: the row of a remark holds on to its consultation, and large files would make others wait.
            var stored = sending.store(entry.files(), actor);
            var begun = begin(consultation, place, entry, author(actor, voice, entry), actor);
            attach(begun, stored);
            return kept(begun);
        }
        if (!ConsultationPolicy.isInTheNameOf(before, voice)) {
            return new Drafting.NotFound();
        }
        if (before.state() != RemarkState.DRAFT) {
            return new Drafting.Submitted(before);
        }
        var attached = attachments.findByRemark(before.key());
        if (entry.overlooks(before, attached)) {
            return new Drafting.Invalid(FormErrors.of(FormErrors.WHOLE_FORM, CHANGED));
        }
        var kept = attached.stream()
                .filter(file -> !entry.removedFiles().contains(file.id()))
                .toList();
        var added = entry.files().stream()
                .filter(file -> kept.stream().noneMatch(one -> one.holds(file)))
                .toList();
        if (kept.size() + added.size() > settings.valueOf(ConsultationSetting.MOST_ATTACHMENTS)) {
            return tooManyFiles();
        }
        detach(before, entry.removedFiles());
        attach(before, sending.store(added, actor));
        var otherFiles = kept.size() < attached.size() || !added.isEmpty();
        return kept(change(before, place, entry, author(actor, voice, entry), otherFiles, actor));
    }

    /**
     * Throws a draft away, if nobody changed it since it was read.
     *
     * @param seen revision of the draft as it was read, or null when the request does not say
     */
    @Transactional
    public Discarding discard(long id, @Nullable Integer seen, Actor actor) {
        var draft = remarks.ownedForUpdate(id, actor.personId())
                .filter(found -> found.state() == RemarkState.DRAFT)
                .orElse(null);
        if (draft == null) {
            return new Discarding.NotFound();
        }
        if (seen == null || seen != draft.revision()) {
            return new Discarding.Changed(draft);
        }
        detach(draft, RemarkAttachments.File.keys(attachments.findByRemark(id)));
        if (remarks.deleteDraft(id, actor.personId()) == 0) {
            throw new IllegalStateException("Draft " + id + " was submitted while it was being thrown away");
        }
        audit.record(actor.personId(), "REMARK_DRAFT_DISCARDED", "remark", String.valueOf(id), "");
        return new Discarding.Done();
    }

    private Drafting kept(Remark draft) {
        return new Drafting.Kept(draft, RemarkAttachments.File.keys(attachments.findByRemark(draft.key())));
    }

    private Drafting tooManyFiles() {
        return new Drafting.Invalid(FormErrors.of(
                "attachments",
                "consultations.remark.attachment.many",
                settings.valueOf(ConsultationSetting.MOST_ATTACHMENTS)));
    }

    private void attach(Remark draft, List<StoredFile> stored) {
        for (var file : stored) {
            attachments.save(new RemarkAttachment(null, draft.key(), file.key()));
        }
    }

    private void detach(Remark draft, Set<Long> ids) {
        for (var file : attachments.findByRemark(draft.key())) {
            if (ids.contains(file.id())) {
                attachments.remove(file.id(), draft.key());
                files.forget(file.fileId());
            }
        }
    }

    private @Nullable Place place(Consultation consultation, RemarkEntry entry, Actor actor) {
        var version = versions.findByConsultationIdAndNumber(consultation.key(), entry.version())
                // The office sees versions that are not public yet; a remark on one would publish its words.
                .filter(found -> found.publishedAt() != null)
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

    private static RemarkAuthor author(Actor actor, @Nullable Voice voice, RemarkEntry entry) {
        return voice == null
                ? RemarkAuthor.onThePortal(actor, entry.consents())
                : RemarkAuthor.onThePortal(actor, voice);
    }

    private Remark begin(Consultation consultation, Place place, RemarkEntry entry, RemarkAuthor author, Actor actor) {
        var now = OfficeTime.now(clock);
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
                0,
                author.organisationId(),
                null));
        audit.record(actor.personId(), "REMARK_DRAFTED", "remark", String.valueOf(saved.key()), consultation.slug());
        return saved;
    }

    private Remark change(
            Remark before, Place place, RemarkEntry entry, RemarkAuthor author, boolean otherFiles, Actor actor) {
        var changed = before.rewritten(
                place.version().key(),
                place.unitId(),
                author,
                place.wording(),
                entry.proposedWording(),
                entry.rationale(),
                OfficeTime.now(clock));
        if (changed.saysTheSameAs(before) && !otherFiles) {
            return before;
        }
        audit.record(actor.personId(), "REMARK_DRAFT_CHANGED", "remark", String.valueOf(before.key()), "");
        return remarks.update(changed);
    }

    /** What came of throwing a draft away. */
    public sealed interface Discarding {

        /** It is gone. */
        record Done() implements Discarding {}

        /**
         * Somebody changed it since it was read, so it stays.
         *
         * @param draft as it is now
         */
        record Changed(Remark draft) implements Discarding {}

        /** There is no such draft that the person may know of. */
        record NotFound() implements Discarding {}
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
