package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** An author, or for an organisation any representative of it, takes a remark back, while remarks are accepted. Its number stays taken. */
@Singleton
public class WithdrawingRemark {

    private final Consultations consultations;
    private final Remarks remarks;
    private final Voices voices;
    private final Addressees addressees;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawingRemark(
            Consultations consultations,
            Remarks remarks,
            Voices voices,
            Addressees addressees,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.remarks = remarks;
        this.voices = voices;
        this.addressees = addressees;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back the remark of a number. */
    @Transactional
    public Withdrawal withdraw(String slug, int number, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null) {
            return new Withdrawal.NotFound();
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new Withdrawal.NotFound();
        }
        var now = OfficeTime.now(clock);
        var remark = remarks.ownedByNumber(consultation.key(), number, actor.personId())
                .orElse(null);
        if (remark == null) {
            return new Withdrawal.NotFound();
        }
        if (remark.state() == RemarkState.WITHDRAWN) {
            return new Withdrawal.Done(remark);
        }
        var voice = voices.of(actor, remark.organisationId());
        if (remark.organisationId() != null
                && (voice == null || !ConsultationPolicy.onlyRepresentativesSpeakForAnOrganisation(voice))) {
            return new Withdrawal.Forbidden();
        }
        if (!ConsultationPolicy.mayWithdraw(actor, consultation, remark, voice, now)) {
            return new Withdrawal.TooLate();
        }
        var withdrawn = remarks.update(remark.withdrawn(now));
        audit.record(
                actor.personId(),
                "REMARK_WITHDRAWN",
                "remark",
                RemarkReceipt.number(consultation.reference(), number),
                "");
        confirm(consultation, number, now, actor);
        return new Withdrawal.Done(withdrawn);
    }

    /** Whoever has a receipt of a remark gets one of its withdrawal too. */
    private void confirm(Consultation consultation, int number, Instant now, Actor actor) {
        addressees.find(actor.personId()).ifPresent(addressee -> {
            var language = addressee.language();
            var reference = RemarkReceipt.number(consultation.reference(), number);
            outbox.put(Letter.of(
                    addressee.email(),
                    messages.get(language, "consultations.withdrawn.mail.subject", reference),
                    messages.get(
                            language,
                            "consultations.withdrawn.mail.body",
                            reference,
                            consultation.title(),
                            new Formats(language).exactDateTime(now),
                            portal.link("/konsultacje/" + consultation.slug() + "/projekt"))));
        });
    }
}
