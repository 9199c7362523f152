package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Sends an author the receipt of a remark, with its PDF. A job asked for in the transaction of the submission, because a
 * page is not laid out while others wait for the lock.
 */
@Singleton
class MailingReceipt implements Job {

    static final String NAME = "remark-receipt";

    private final Remarks remarks;
    private final PrintingReceipt printing;
    private final Addressees addressees;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;

    MailingReceipt(
            Remarks remarks,
            PrintingReceipt printing,
            Addressees addressees,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox) {
        this.remarks = remarks;
        this.printing = printing;
        this.addressees = addressees;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        var remark = remarks.findById(Long.valueOf(data)).orElse(null);
        if (remark == null || remark.authorId() == null) {
            return;
        }
        var addressee = addressees.find(remark.authorId()).orElse(null);
        if (addressee == null) {
            return;
        }
        var receipt = printing.of(remark, remark.authorId());
        var language = addressee.language();
        var formats = new Formats(language);
        put(new Letter(
                addressee.email(),
                messages.get(
                        language,
                        "consultations.receipt.mail.subject",
                        receipt.receipt().number()),
                messages.get(
                        language,
                        "consultations.receipt.mail.body",
                        receipt.receipt().number(),
                        receipt.consultation().title(),
                        formats.exactDateTime(receipt.receipt().submittedAt()),
                        receipt.hash(),
                        portal.link("/konsultacje/" + receipt.consultation().slug() + "/uwagi/" + remark.number())),
                new Letter.Attachment(receipt.fileName() + ".pdf", "application/pdf", printing.pdf(receipt)),
                null));
    }

    /** The mail alone in a transaction; its PDF is made by then. */
    @Transactional
    protected void put(Letter letter) {
        outbox.put(letter);
    }
}
