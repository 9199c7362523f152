package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A remark as everybody may read it: what is hidden is replaced by the reason, a name stands only where its bearer agreed,
 * and of a withdrawn remark nothing is left but its number.
 *
 * @param number within its consultation
 * @param withdrawn whether its author took it back; then all texts are empty
 * @param channel how it came
 * @param version of the draft it was made on
 * @param unit address of its unit there, empty for the whole act
 * @param citation of its unit there, empty for the whole act
 * @param author name, or empty for a person who is not named
 * @param currentWording of the unit
 * @param proposedWording what should stand there instead, possibly empty
 * @param rationale why, possibly empty
 * @param submittedAt when the office had it
 * @param hash of its receipt, in hexadecimal digits
 * @param attachments how many files it has
 * @param answer approved, or null
 * @param organisation in whose name it was made, or null
 */
public record PublicRemark(
        int number,
        boolean withdrawn,
        Channel channel,
        int version,
        String unit,
        String citation,
        String author,
        String currentWording,
        String proposedWording,
        String rationale,
        @Nullable Instant submittedAt,
        String hash,
        int attachments,
        @Nullable PublicAnswer answer,
        @Nullable RemarkOrganisation organisation) {

    /**
     * The approved answer to a remark.
     *
     * @param position what the office does with the remark
     * @param rationale why
     * @param answeredAt when it was approved
     * @param changed what the remark changed in a later version, or null
     */
    public record PublicAnswer(
            Answer.Position position,
            String rationale,
            Instant answeredAt,
            @Nullable Changed changed) {}

    /**
     * A unit that a remark changed.
     *
     * @param version in which
     * @param unit its address
     * @param citation as law cites it
     */
    public record Changed(int version, String unit, String citation) {}

    static PublicRemark of(RemarkRegister.Row row, List<RemarkRedaction> redactions) {
        if (row.state() != RemarkState.SUBMITTED) {
            return new PublicRemark(
                    row.number(), true, row.channel(), row.version(), "", "", "", "", "", "", null, "", 0, null, null);
        }
        var author =
                new RemarkAuthor(row.authorId(), null, row.authorName(), row.authorConsents(), row.channel(), null);
        var named = author.publicName().orElse("");
        var shown = RemarkRedaction.apply(named, RemarkRedaction.Field.AUTHOR, redactions);
        return new PublicRemark(
                row.number(),
                false,
                row.channel(),
                row.version(),
                row.unitAddress() == null ? "" : row.unitAddress(),
                row.unitCitation() == null ? "" : row.unitCitation(),
                shown,
                RemarkRedaction.apply(row.currentWording(), RemarkRedaction.Field.CURRENT_WORDING, redactions),
                RemarkRedaction.apply(row.proposedWording(), RemarkRedaction.Field.PROPOSED_WORDING, redactions),
                RemarkRedaction.apply(row.rationale(), RemarkRedaction.Field.RATIONALE, redactions),
                row.submittedAt(),
                RemarkRedaction.hidesWords(redactions) ? "" : RemarkReceipt.hex(row.contentHash()),
                row.attachments(),
                answer(row, redactions),
                organisation(row, shown.equals(named)));
    }

    // Where the office hides the name, a link must not tell it.
    private static @Nullable RemarkOrganisation organisation(RemarkRegister.Row row, boolean named) {
        var slug = row.organisationSlug();
        return slug == null || !named ? null : new RemarkOrganisation(slug, row.orgId());
    }

    /** The words of its answer, empty without one. */
    String answerText() {
        return answer == null ? "" : answer.rationale();
    }

    private static @Nullable PublicAnswer answer(RemarkRegister.Row row, List<RemarkRedaction> redactions) {
        var position = row.answerPosition();
        var rationale = row.answerRationale();
        var answeredAt = row.answeredAt();
        if (position == null || rationale == null || answeredAt == null) {
            return null;
        }
        var version = row.changedVersion();
        var address = row.changedAddress();
        var citation = row.changedCitation();
        return new PublicAnswer(
                position,
                RemarkRedaction.apply(rationale, RemarkRedaction.Field.ANSWER, redactions),
                answeredAt,
                version == null || address == null || citation == null
                        ? null
                        : new Changed(version, address, citation));
    }
}
