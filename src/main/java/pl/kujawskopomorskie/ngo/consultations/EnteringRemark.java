package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoredFile;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A clerk enters remarks that came on paper, by e-mail, at a meeting or from a council; they stand in the one register. */
@Singleton
public class EnteringRemark {

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final IndexingRemarks indexing;
    private final SendingFiles sending;
    private final RemarkAttachments attachments;
    private final RemarkRedactions redactions;
    private final Messages messages;
    private final AuditLog audit;
    private final JobQueue jobs;
    private final Clock clock;

    EnteringRemark(
            Consultations consultations,
            ConsultationReports reports,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            IndexingRemarks indexing,
            SendingFiles sending,
            RemarkAttachments attachments,
            RemarkRedactions redactions,
            Messages messages,
            AuditLog audit,
            JobQueue jobs,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.indexing = indexing;
        this.sending = sending;
        this.attachments = attachments;
        this.redactions = redactions;
        this.messages = messages;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Enters remarks on one version, all or none.
     *
     * @param version its number
     * @param entries all on that version
     */
    @Transactional
    public OfficeEntering enter(String slug, int version, List<OfficeEntry> entries, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new OfficeEntering.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new OfficeEntering.Forbidden();
        }
        var text = versions.findByConsultationIdAndNumber(found.key(), version)
                .filter(row -> row.publishedAt() != null)
                .orElse(null);
        if (text == null) {
            return new OfficeEntering.NotFound();
        }
        var byAddress = units.findByVersionIdOrderByPosition(text.key()).stream()
                .collect(Collectors.toMap(DraftUnit::address, Function.identity()));
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new OfficeEntering.NotFound();
        }
        var now = OfficeTime.now(clock);
        if (!ConsultationPolicy.mayEnterOtherChannels(
                actor, consultation, reports.publishedAt(consultation.key()).isPresent())) {
            return new OfficeEntering.WrongMoment();
        }
        for (var at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            if (!entry.unit().isEmpty() && !byAddress.containsKey(entry.unit())) {
                return new OfficeEntering.NotFound();
            }
            var errors = entry.check().and(checkDay(entry, consultation, now));
            if (errors.any()) {
                return new OfficeEntering.Invalid(errors, at);
            }
        }
        return enter(consultation, text, byAddress, entries, actor, now);
    }

    /**
     * Enters one remark with what it came as: scans of a letter, or the files of an e-mail. Only the office sees these, because
     * a letter has its sender's address and signature on it.
     *
     * @param scans possibly none
     */
    @Transactional
    public OfficeEntering enterWithScans(
            String slug, int version, OfficeEntry entry, List<SentFile> scans, Actor actor) {
        if (scans.isEmpty() || !ConsultationPolicy.mayRun(actor)) {
            return enter(slug, version, List.of(entry), actor);
        }
        var errors = entry.check().and(sending.check(scans));
        if (errors.any()) {
            return new OfficeEntering.Invalid(errors, 0);
        }
        // Files first: the lock of the consultation makes others wait.
        var stored = sending.store(scans, actor);
        var outcome = enter(slug, version, List.of(entry), actor);
        if (!(outcome instanceof OfficeEntering.Entered done) || done.entered().isEmpty()) {
            sending.forget(stored);
            return outcome;
        }
        return new OfficeEntering.Entered(
                List.of(attach(done.entered().getFirst(), stored, version, actor)), done.before());
    }

    private Remark attach(Remark remark, List<StoredFile> stored, int version, Actor actor) {
        var number = remark.number();
        var submittedAt = remark.submittedAt();
        if (number == null || submittedAt == null) {
            throw new IllegalStateException("A remark that was entered has its number");
        }
        for (var file : stored) {
            var attachment = attachments.save(new RemarkAttachment(null, remark.key(), file.key()));
            redactions.save(new RemarkRedaction(
                    null,
                    remark.key(),
                    RemarkRedaction.Field.ATTACHMENT,
                    String.valueOf(attachment.id()),
                    messages.get(Language.POLISH, "consultations.entry.scans.hidden"),
                    OfficeTime.now(clock),
                    actor.personId()));
        }
        var consultation = consultations.findById(remark.consultationId()).orElseThrow();
        var unitId = remark.unitId();
        var citation = unitId == null
                ? RemarkReceipt.WHOLE_ACT
                : units.findById(unitId).orElseThrow().citation();
        var receipt = RemarkReceipt.of(remark, consultation, version, citation, attachments.findByRemark(remark.key()));
        return remarks.update(remark.submitted(number, submittedAt, receipt.hash(), RemarkAuthor.of(remark)));
    }

    private OfficeEntering.Entered enter(
            Consultation consultation,
            DraftVersion version,
            Map<String, DraftUnit> byAddress,
            List<OfficeEntry> entries,
            Actor actor,
            Instant now) {
        var before = before(consultation, entries);
        var seen = new HashSet<>(before.keySet());
        var next = remarks.highestNumber(consultation.key()) + 1;
        var fresh = new ArrayList<Remark>();
        for (var entry : entries) {
            if (seen.add(entry.formToken())) {
                var unit = entry.unit().isEmpty() ? null : byAddress.get(entry.unit());
                fresh.add(remark(consultation, version, unit, entry, next++, actor, now));
            }
        }
        var entered = remarks.saveAll(fresh);
        indexing.index(IndexingRemarks.keys(entered));
        ComparingRemarks.ask(jobs, consultation);
        for (var remark : entered) {
            var number = remark.number() == null ? 0 : remark.number();
            audit.record(
                    actor.personId(),
                    "REMARK_ENTERED",
                    "remark",
                    RemarkReceipt.number(consultation.reference(), number),
                    remark.channel().name());
        }
        return new OfficeEntering.Entered(entered, List.copyOf(before.values()));
    }

    private Map<String, Remark> before(Consultation consultation, List<OfficeEntry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, Remark>();
        var tokens = entries.stream().map(OfficeEntry::formToken).distinct().toList();
        for (var remark : remarks.findByConsultationIdAndFormTokenIn(consultation.key(), tokens)) {
            found.put(remark.formToken(), remark);
        }
        return found;
    }

    private static Remark remark(
            Consultation consultation,
            DraftVersion version,
            @Nullable DraftUnit unit,
            OfficeEntry entry,
            int number,
            Actor actor,
            Instant now) {
        var receivedOn = entry.receivedOn();
        if (receivedOn == null) {
            throw new IllegalArgumentException("Checked before");
        }
        var author = RemarkAuthor.throughTheOffice(actor, entry.channel(), entry.author(), entry.named());
        var receivedAt = OfficeTime.startOf(receivedOn);
        var wording = unit == null ? entry.currentWording() : unit.text();
        var receipt = new RemarkReceipt(
                RemarkReceipt.number(consultation.reference(), number),
                receivedAt,
                version.number(),
                unit == null ? RemarkReceipt.WHOLE_ACT : unit.citation(),
                wording,
                entry.proposedWording(),
                entry.rationale(),
                List.of());
        return new Remark(
                null,
                consultation.key(),
                version.key(),
                unit == null ? null : unit.key(),
                RemarkState.SUBMITTED,
                number,
                author.channel(),
                author.personId(),
                author.name(),
                author.named(),
                author.enteredBy(),
                wording,
                entry.proposedWording(),
                entry.rationale(),
                now,
                now,
                receivedAt,
                null,
                receipt.hash(),
                entry.formToken(),
                null,
                null,
                0,
                null,
                null);
    }

    private static FormErrors checkDay(OfficeEntry entry, Consultation consultation, Instant now) {
        var receivedOn = entry.receivedOn();
        var announcedAt = consultation.announcedAt();
        if (receivedOn == null || announcedAt == null) {
            return FormErrors.none();
        }
        return FormErrors.none()
                .unless(!receivedOn.isAfter(OfficeTime.day(now)), "receivedOn", "consultations.entry.receivedOn.future")
                .unless(
                        !receivedOn.isBefore(OfficeTime.day(announcedAt)),
                        "receivedOn",
                        "consultations.entry.receivedOn.early",
                        OfficeTime.day(announcedAt));
    }
}
