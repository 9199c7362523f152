package pl.kujawskopomorskie.ngo.consultations.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAttachments;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a remark, beside the text of its unit.
 *
 * @param overview of the consultation
 * @param version number of the version remarked on
 * @param unit remarked on, or null for the whole act
 * @param form what is typed
 * @param errors what is wrong with it
 * @param author name of the person
 * @param files attachments that a draft has
 * @param mostFiles how many a remark may have
 * @param largestFile in megabytes
 * @param draftsKeptDays for how many days after closing a draft is kept
 * @param draftId key of the draft, or null for a new remark
 * @param justKept whether the draft was saved a moment ago
 * @param voice in whose name, or null for the person's own
 * @param saved the draft as somebody else saved it while the form was typed in, or null
 * @param savedBy who that was
 * @param readyAt when an editor left the draft to a representative, or null
 */
record RemarkFormPage(
        ConsultationOverview overview,
        int version,
        @Nullable DraftUnit unit,
        RemarkForm form,
        FormErrors errors,
        String author,
        List<RemarkAttachments.File> files,
        int mostFiles,
        int largestFile,
        int draftsKeptDays,
        @Nullable Long draftId,
        boolean justKept,
        @Nullable Voice voice,
        @Nullable Remark saved,
        String savedBy,
        @Nullable Instant readyAt) {

    /** Whether what is submitted goes to a representative of the organisation first. */
    public boolean leavesToRepresentatives() {
        return voice != null && !voice.representative();
    }

    /** Whether the remark can be submitted now. */
    public boolean open() {
        return overview.state() == ConsultationState.OPEN;
    }

    /** Key of the sentence that says why it cannot. */
    public String notOpenKey() {
        return "consultations.remark.notOpen."
                + switch (overview.state()) {
                    case DRAFTED, ANNOUNCED, OPEN -> "NOT_YET";
                    case CANCELLED -> "CANCELLED";
                    case CLOSED, ANSWERED, REPORTED, ADOPTED -> "OVER";
                };
    }

    /** Most characters of a text. */
    public int longestText() {
        return RemarkEntry.LONGEST_TEXT;
    }

    /** Lines of the field for the proposed wording: enough for the text that is in it. */
    public int proposedRows() {
        return Math.clamp(form.proposedWording().length() / 60 + 2, 4, 14);
    }
}
