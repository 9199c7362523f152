package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a remark or of its answer that the office does not show, and why. The remark keeps its words; what everybody
 * reads is made by {@link #apply}.
 *
 * @param id key of the row
 * @param remarkId the remark
 * @param field where the part stands
 * @param hiddenText the very words that are not shown, wherever in the field they occur; of an attachment the key of its
 *     row
 * @param reason as everybody reads it
 * @param hiddenAt when
 * @param hiddenBy by whom
 */
@MappedEntity("remark_redaction")
public record RemarkRedaction(
        @Id @GeneratedValue @Nullable Long id,
        long remarkId,
        Field field,
        String hiddenText,
        String reason,
        Instant hiddenAt,
        @Nullable Long hiddenBy) {

    /** What can be hidden, in whole or in part. */
    public enum Field {
        AUTHOR,
        CURRENT_WORDING,
        PROPOSED_WORDING,
        RATIONALE,
        ANSWER,
        ATTACHMENT
    }

    /**
     * The text of a field as everybody reads it. Documents are Polish, and so is the mark. What is hidden is looked for in
     * the text as it was sent: a second redaction that takes in the words of the first hides them all.
     */
    static String apply(String text, Field field, List<RemarkRedaction> redactions) {
        var reasons = new @Nullable String[text.length()];
        for (var redaction : redactions) {
            if (redaction.field == field && !redaction.hiddenText.isEmpty()) {
                for (int at = text.indexOf(redaction.hiddenText);
                        at >= 0;
                        at = text.indexOf(redaction.hiddenText, at + 1)) {
                    Arrays.fill(reasons, at, at + redaction.hiddenText.length(), redaction.reason);
                }
            }
        }
        var shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            var reason = reasons[at];
            if (reason == null) {
                shown.append(text.charAt(at));
            } else if (at == 0 || !reason.equals(reasons[at - 1])) {
                shown.append("[ukryto: ").append(reason).append(']');
            }
        }
        return shown.toString();
    }

    /** Whether words of the remark are hidden, so that a hash over them would let anybody try candidates. */
    static boolean hidesWords(List<RemarkRedaction> redactions) {
        return redactions.stream().anyMatch(each -> switch (each.field) {
            case CURRENT_WORDING, PROPOSED_WORDING, RATIONALE -> true;
            case AUTHOR, ANSWER, ATTACHMENT -> false;
        });
    }

    /** Why an attachment is not shown, or null when it is. */
    static @Nullable String hides(long attachmentId, List<RemarkRedaction> redactions) {
        for (var redaction : redactions) {
            if (redaction.field == Field.ATTACHMENT && redaction.hiddenText.equals(Long.toString(attachmentId))) {
                return redaction.reason;
            }
        }
        return null;
    }
}
