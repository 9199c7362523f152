package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk takes words out of what the office wrote of a consultation: personal data in the title, the notice, the frame of
 * the report or a correction. The rows are rewritten, so the words are gone from every page, feed, file and search at once
 * and for good; of a published report {@link EditingReport} makes the next edition.
 */
@Singleton
public class HidingInNotice {

    /** Stands where words were. No longer than the shortest words that may be hidden, so that it fits wherever they stood. */
    static final String MARK = "[…]";

    private static final int LONGEST_REASON = 500;

    private final Consultations consultations;
    private final NoticeTexts texts;
    private final EditingReport editing;
    private final AuditLog audit;

    HidingInNotice(Consultations consultations, NoticeTexts texts, EditingReport editing, AuditLog audit) {
        this.consultations = consultations;
        this.texts = texts;
        this.editing = editing;
        this.audit = audit;
    }

    /**
     * Hides words wherever the office wrote them.
     *
     * @param words the very words, three characters or more
     * @param reason for everybody; may not tell what it hides
     */
    @Transactional
    public Reporting hide(String slug, String words, String reason, Actor actor) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new Reporting.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new Reporting.Forbidden();
        }
        var consultation = consultations.findByIdForUpdate(found.key()).orElse(null);
        if (consultation == null) {
            return new Reporting.NotFound();
        }
        if (consultation.announcedAt() == null) {
            return new Reporting.WrongMoment("report.hide.notAnnounced");
        }
        var key = consultation.key();
        var longEnough = Typed.length(words) >= Typed.length(MARK);
        var errors = FormErrors.none()
                .unless(longEnough, "hiddenWords", "report.hide.short", Typed.length(MARK))
                .unless(
                        longEnough
                                && (texts.all(key).stream().anyMatch(text -> text.contains(words))
                                        || editing.invited(consultation, words)),
                        "hiddenWords",
                        "report.hide.notThere")
                .and(AnsweringRemark.reason("hideReason", reason, LONGEST_REASON))
                .unless(!longEnough || !reason.contains(words), "hideReason", "answers.hide.reason.tells");
        if (errors.any()) {
            return new Reporting.Invalid(errors);
        }
        texts.hideInNotice(key, words, MARK);
        texts.hideInExtensions(key, words, MARK);
        texts.hideInVersions(key, words, MARK);
        texts.hideInDocuments(key, words, MARK);
        texts.hideInFileNames(key, words, MARK);
        texts.hideInReport(key, words, MARK);
        texts.hideInCorrections(key, words, MARK);
        var now = consultations.findById(key).orElseThrow();
        consultations.index(key, PolishSearch.index(now.title(), now.subject(), now.summary()));
        var edited = editing.frame(now, text -> text.replace(words, MARK), reason, actor.personId());
        audit.record(
                actor.personId(),
                "NOTICE_WORDS_HIDDEN",
                "consultation",
                slug,
                edited.isEmpty() ? reason : edited + ": " + reason);
        return new Reporting.Done();
    }
}
