package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.PublicRemark;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.consultations.UnitFate;
import pl.kujawskopomorskie.ngo.consultations.act.WordDiff;

/**
 * The page of one remark.
 *
 * @param overview of the consultation
 * @param remark as everybody may read it
 * @param reference its public number
 * @param change from the current wording to the proposed one, word by word; empty when either is missing
 * @param files its attachments
 * @param fate what became of its unit, or null for a remark on the whole act
 * @param laterChange from the wording remarked on to the newest one; empty when they are equal
 * @param last the highest number given
 * @param mine whether the reader is its author
 * @param named whether everybody reads the name of the reader as its author's
 * @param mayWithdraw whether the reader may take it back now
 */
record RemarkPage(
        ConsultationOverview overview,
        PublicRemark remark,
        String reference,
        List<WordDiff.Segment> change,
        List<PublicRemarks.PublicFile> files,
        @Nullable UnitFate fate,
        List<WordDiff.Segment> laterChange,
        int last,
        boolean mine,
        boolean named,
        boolean mayWithdraw) {

    static RemarkPage from(
            ConsultationOverview overview,
            PublicRemarks.Whole whole,
            int newestVersion,
            int last,
            boolean mine,
            boolean named,
            boolean mayWithdraw) {
        var remark = whole.remark();
        var fate = whole.fate(newestVersion);
        var change =
                remark.currentWording().isEmpty() || remark.proposedWording().isEmpty()
                        ? List.<WordDiff.Segment>of()
                        : WordDiff.between(remark.currentWording(), remark.proposedWording());
        var moved = fate != null
                && fate.kind() != UnitFate.Kind.REMOVED
                && fate.kind() != UnitFate.Kind.SAME
                && !fate.text().equals(remark.currentWording());
        return new RemarkPage(
                overview,
                remark,
                RemarkReceipt.number(overview.reference(), remark.number()),
                change,
                whole.files(),
                fate,
                moved && fate != null ? WordDiff.between(remark.currentWording(), fate.text()) : List.of(),
                last,
                mine,
                named,
                mayWithdraw);
    }

    /** Whether it was made in the name of an organisation. */
    public boolean ofOrganisation() {
        return remark.organisation() != null;
    }

    /** Whether a newer version says anything about the unit. */
    public boolean hasLaterVersion() {
        return fate != null && fate.kind() != UnitFate.Kind.CURRENT;
    }

    /** Name of its position, or of there being none. */
    public String positionName() {
        var answer = remark.answer();
        return answer == null ? RegisterQuery.UNANSWERED : answer.position().name();
    }
}
