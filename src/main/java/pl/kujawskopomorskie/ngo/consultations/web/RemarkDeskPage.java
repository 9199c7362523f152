package pl.kujawskopomorskie.ngo.consultations.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.AnswerEntry;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.OfficeRegister;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAttachments;
import pl.kujawskopomorskie.ngo.consultations.RemarkRedaction;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.act.WordDiff;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * One remark as the office sees it, with the form for its answer.
 *
 * @param overview of the consultation
 * @param query of the list from which the reader came, which the ways on follow
 * @param remark itself, with all its words
 * @param reference its public number
 * @param unit it was made on, or null for the whole act
 * @param version number of the version it was made on
 * @param change from the current wording to the proposed one; empty when either is missing
 * @param files attachments
 * @param department that is to answer, or empty
 * @param group its group and how many are in it, or null
 * @param answer as it is now, or null
 * @param author who wrote the answer, or empty
 * @param changed unit that the answer says was changed, or null
 * @param changeable units of the newest version to choose from; empty when there is no newer one
 * @param redactions what is hidden from the public
 * @param history what was done to it
 * @param reported whether the report is published
 * @param rights what the reader may do now
 * @param neighbours the remarks before and after in that list
 * @param next number of the next remark without an approved answer, or null
 * @param restoredFrom when the words in the form were kept that were typed and not saved, or null when it has none such
 * @param outdated whether the answer has changed since those words were typed
 * @param form as typed
 * @param errors in it
 */
record RemarkDeskPage(
        ConsultationOverview overview,
        OfficeQuery query,
        Remark remark,
        String reference,
        @Nullable DraftUnit unit,
        int version,
        List<WordDiff.Segment> change,
        List<RemarkAttachments.File> files,
        String department,
        @Nullable Group group,
        @Nullable Answer answer,
        String author,
        @Nullable DraftUnit changed,
        List<Choice> changeable,
        List<RemarkRedaction> redactions,
        List<OfficeRemarks.Event> history,
        boolean reported,
        Rights rights,
        OfficeRegister.Neighbours neighbours,
        @Nullable Integer next,
        @Nullable Instant restoredFrom,
        boolean outdated,
        AnswerForm form,
        FormErrors errors) {

    /** Whether its author took it back. */
    public boolean withdrawn() {
        return remark.state() == RemarkState.WITHDRAWN;
    }

    /** Name of the answer's state, {@code NONE} without one. */
    public String stateName() {
        return answer == null ? "NONE" : answer.state().name();
    }

    /** Name of its position, {@code NONE} without one. */
    public String positionName() {
        return answer == null || answer.position() == null
                ? RegisterQuery.UNANSWERED
                : answer.position().name();
    }

    /** Positions to choose from. */
    public List<Choice> positions() {
        return Arrays.stream(Answer.Position.values())
                .map(position -> Choice.keyed(position.name(), "consultations.position." + position))
                .toList();
    }

    /** Fields of which a part can be hidden. */
    public List<Choice> hideable() {
        return Arrays.stream(RemarkRedaction.Field.values())
                .filter(field -> switch (field) {
                    case AUTHOR, CURRENT_WORDING, PROPOSED_WORDING, RATIONALE -> true;
                    case ANSWER -> answer != null && answer.state() == Answer.State.APPROVED;
                    case ATTACHMENT -> !files.isEmpty();
                })
                .map(field -> Choice.keyed(field.name(), "answers.hide.field." + field))
                .toList();
    }

    /** Revision of the answer that was saved, which is what is approved or sent back, whatever the form holds. */
    public int savedRevision() {
        return answer == null ? AnswerEntry.NONE_READ : answer.revision();
    }

    /** Whether the saved answer stands above the form, because there is none or it holds other words. */
    public boolean savedOnTop() {
        return answer != null && (!rights.answer() || errors.any() || outdated);
    }

    /** Reference by which a list of several actions names the answer as it is shown. */
    public String shown() {
        return remark.number() + ":" + form.revisionNumber();
    }

    /**
     * What the reader may do now.
     *
     * @param answer whether to write the answer
     * @param approve whether to approve it
     * @param review whether to send it back or take an approval back
     * @param regroup whether to take the remark out of its group
     * @param hide whether to hide parts of the remark, after the report too
     * @param fourEyes whether only four eyes keep the reader from approving
     */
    record Rights(boolean answer, boolean approve, boolean review, boolean regroup, boolean hide, boolean fourEyes) {}

    /**
     * Like remarks answered together.
     *
     * @param name of the group
     * @param numbers of its remarks
     * @param kept numbers of those whose own answers stay when all are answered from here
     * @param alike numbers of those whose answers say the same as this one and wait for approval too
     */
    record Group(String name, List<Integer> numbers, List<Integer> kept, List<Integer> alike) {

        /** How many remarks get the answer when all are answered from here. */
        public int together() {
            return numbers.size() - kept.size();
        }

        /** The numbers of those whose answers stay, as people read them. */
        public String keptNumbers() {
            return kept.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }
}
