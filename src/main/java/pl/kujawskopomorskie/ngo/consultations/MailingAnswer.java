package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Addressee;
import pl.kujawskopomorskie.ngo.accounts.Addressees;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Tells the author of a remark that the office has answered, in the words that everybody may read; of an organisation's
 * remark its representatives of this day, whoever wrote it. Asked for with the approval; an answer that is no longer approved
 * when its turn comes is not told of.
 */
@Singleton
class MailingAnswer implements Job {

    static final String NAME = "remark-answered";

    private static final int MOST_LETTERS = 20;

    private final Consultations consultations;
    private final Remarks remarks;
    private final Answers answers;
    private final RemarkRedactions redactions;
    private final Voices voices;
    private final Addressees addressees;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;

    MailingAnswer(
            Consultations consultations,
            Remarks remarks,
            Answers answers,
            RemarkRedactions redactions,
            Voices voices,
            Addressees addressees,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox) {
        this.consultations = consultations;
        this.remarks = remarks;
        this.answers = answers;
        this.redactions = redactions;
        this.voices = voices;
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
    @Transactional
    public void run(String data) {
        var remark = remarks.findById(Long.valueOf(data)).orElse(null);
        if (remark == null || remark.state() != RemarkState.SUBMITTED) {
            return;
        }
        var answer = answers.findByRemarkId(remark.key()).orElse(null);
        var position = answer == null ? null : answer.position();
        if (answer == null || position == null || answer.state() != Answer.State.APPROVED) {
            return;
        }
        var consultation = consultations.findById(remark.consultationId()).orElseThrow();
        var words = RemarkRedaction.apply(
                answer.rationale(),
                RemarkRedaction.Field.ANSWER,
                redactions.findByRemarkIdInOrderById(List.of(remark.key())));
        for (var person : authors(remark)) {
            addressees
                    .find(person)
                    .ifPresent(addressee -> outbox.put(letter(addressee, consultation, remark, position, words)));
        }
    }

    private List<Long> authors(Remark remark) {
        var organisation = remark.organisationId();
        if (organisation != null) {
            return voices.representatives(organisation, MOST_LETTERS);
        }
        return remark.authorId() == null ? List.of() : List.of(remark.authorId());
    }

    private Letter letter(
            Addressee addressee, Consultation consultation, Remark remark, Answer.Position position, String words) {
        var reference = AnsweringRemark.reference(consultation, remark);
        var language = addressee.language();
        return Letter.of(
                addressee.email(),
                messages.get(language, "consultations.answered.mail.subject", reference),
                messages.get(
                        language,
                        remark.organisationId() == null
                                ? "consultations.answered.mail.body"
                                : "consultations.answered.mail.body.organisation",
                        reference,
                        consultation.title(),
                        messages.get(language, "consultations.position." + position),
                        words,
                        portal.link("/konsultacje/" + consultation.slug() + "/uwagi/" + remark.number()),
                        remark.authorName()));
    }
}
