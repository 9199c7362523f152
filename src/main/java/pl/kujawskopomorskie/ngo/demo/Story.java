package pl.kujawskopomorskie.ngo.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.InvitationFilter;

/**
 * What happened in one consultation, when and by whom: the one form that all files of the demo are brought to, before
 * anything is written. Departments are named by code, people by key, organisations by slug, units by citation.
 *
 * @param slug its address
 * @param title of the draft
 * @param subject in short
 * @param summary in plain words
 * @param legalBasis of the consultation
 * @param kind what is consulted
 * @param participants who is asked
 * @param channels how remarks may be sent
 * @param department the unit responsible
 * @param contact whom to ask
 * @param term when it was announced and held, or null while it is being prepared
 * @param fourEyes whether answers are approved by somebody else than who drafted them
 * @param meeting an open meeting, or null
 * @param cancellation when and why it was cancelled, or null
 * @param documents beside the draft
 * @param versions of the draft, the first first
 * @param groups of like remarks
 * @param remarks in the order in which they came
 * @param drafts that organisations have not submitted
 * @param invitations of organisations, in the order in which they went out
 * @param report the published report, or null
 * @param act what the assembly adopted, or null
 */
record Story(
        String slug,
        String title,
        String subject,
        String summary,
        String legalBasis,
        ConsultationKind kind,
        String participants,
        Set<Channel> channels,
        String department,
        Contact contact,
        @Nullable Term term,
        boolean fourEyes,
        @Nullable Meeting meeting,
        @Nullable Cancellation cancellation,
        List<Document> documents,
        List<Version> versions,
        List<Group> groups,
        List<RemarkMade> remarks,
        List<DraftKept> drafts,
        List<Invited> invitations,
        @Nullable Report report,
        @Nullable Act act) {

    /** Whom to ask. */
    record Contact(String name, String email, String phone) {}

    /**
     * When it was held.
     *
     * @param announcedAt when the notice was published
     * @param opensAt first moment of the term
     * @param closesAt first moment after the term as it was first announced
     * @param extension what made the term longer, or null
     */
    record Term(
            Instant announcedAt,
            Instant opensAt,
            Instant closesAt,
            @Nullable Extension extension) {

        /** First moment after the term as it stands in the end. */
        Instant end() {
            return extension == null ? closesAt : extension.closesAt();
        }
    }

    /** A longer term: decided when, ending when, and why. */
    record Extension(Instant decidedAt, Instant closesAt, String reason) {}

    /** An open meeting. */
    record Meeting(Instant at, String place, String note) {}

    /** When and why the consultation was called off. */
    record Cancellation(Instant at, String reason) {}

    /** A text beside the draft. */
    record Document(String title, String text) {}

    /** A version of the draft; one that is still prepared has no moment of publishing. */
    record Version(String text, String note, @Nullable Instant publishedAt) {}

    /** Like remarks that are answered together. */
    record Group(String key, String title) {}

    /**
     * A remark.
     *
     * @param on citation of its unit, empty for the whole act
     * @param version number of the version it was made on
     * @param channel how it came
     * @param author key of the person who made it on the portal, or null
     * @param authorName who made it, when it was nobody with an account
     * @param organisation in whose name the person made it, or null for their own
     * @param showName whether the name is public
     * @param proposed wording, possibly empty
     * @param rationale possibly empty
     * @param submittedAt when the office had it
     * @param withdrawnAt when it was taken back, or null
     * @param group key of its group, or null
     * @param department who is to answer, or null while nobody is
     * @param answer as far as there is one, or null
     * @param hidden what the office does not show of it, or null
     */
    record RemarkMade(
            String on,
            int version,
            Channel channel,
            @Nullable String author,
            String authorName,
            @Nullable String organisation,
            boolean showName,
            String proposed,
            String rationale,
            Instant submittedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String group,
            @Nullable String department,
            @Nullable AnswerGiven answer,
            @Nullable Hidden hidden) {}

    /**
     * What an organisation's people write together.
     *
     * @param on citation of its unit
     * @param version number of the version it is made on
     * @param author key of who wrote it last
     * @param organisation in whose name
     * @param proposed wording, possibly empty
     * @param rationale possibly empty
     * @param ready whether its author left it to a representative
     */
    record DraftKept(
            String on,
            int version,
            String author,
            String organisation,
            String proposed,
            String rationale,
            boolean ready) {}

    /**
     * Organisations that were asked to take part.
     *
     * @param at when
     * @param filter which of them
     * @param declined those that asked by the link in the mail never to be invited again
     */
    record Invited(Instant at, InvitationFilter filter, List<String> declined) {}

    /**
     * An answer.
     *
     * @param state how far it is
     * @param position what the office does with the remark
     * @param rationale why
     * @param changed citation of the unit of the last version that the remark changed, or null
     * @param author key of who drafted it
     * @param draftedAt when
     * @param approver key of who approved it, or null
     * @param approvedAt when, or null
     */
    record AnswerGiven(
            Answer.State state,
            Answer.Position position,
            String rationale,
            @Nullable String changed,
            String author,
            Instant draftedAt,
            @Nullable String approver,
            @Nullable Instant approvedAt) {}

    /** A part of a remark that is not shown: of which field, its words, why, since when. */
    record Hidden(String field, String text, String reason, Instant at) {}

    /** A published report. */
    record Report(Instant publishedAt, String introduction, String afterword, List<Correction> corrections) {}

    /** What was corrected in a report afterwards. */
    record Correction(Instant at, String text) {}

    /** An act of the assembly. */
    record Act(String number, LocalDate adoptedOn, String link) {}
}
