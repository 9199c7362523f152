package pl.kujawskopomorskie.ngo.consultations;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.Voice;

/**
 * Who may do what in a consultation, at which moment. Every use case and every page of the module asks here, and nowhere
 * else is such a thing decided.
 */
public final class ConsultationPolicy {

    private ConsultationPolicy() {}

    /** A draft consultation is the office's; what is announced, even if cancelled later, is everybody's. */
    public static boolean maySee(@Nullable Actor actor, Consultation consultation) {
        return consultation.announcedAt() != null || mayLookIntoTheOffice(actor);
    }

    /** A version is the office's until it is published. */
    public static boolean maySee(@Nullable Actor actor, Consultation consultation, DraftVersion version) {
        return maySee(actor, consultation) && (version.publishedAt() != null || mayLookIntoTheOffice(actor));
    }

    /** Clerks, department officers and auditors see what is not public yet; an administrator has no say in substance. */
    public static boolean mayLookIntoTheOffice(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.DEPARTMENT_OFFICER) || actor.is(Role.AUDITOR));
    }

    /** Only clerks prepare, announce, extend and cancel consultations, read drafts in and publish reports. */
    public static boolean mayRun(@Nullable Actor actor) {
        return actor != null && actor.is(Role.CLERK);
    }

    /** Clerks and administrators change the office's settings. */
    public static boolean maySet(@Nullable Actor actor) {
        return actor != null && (actor.is(Role.CLERK) || actor.is(Role.ADMINISTRATOR));
    }

    /** Everybody with an account may remark on an open consultation. */
    public static boolean mayRemark(@Nullable Actor actor, Consultation consultation, Instant now) {
        return actor != null && consultation.acceptsRemarksAt(now);
    }

    /**
     * What a person makes in their own name is theirs alone; what is made for an organisation belongs to all who speak for it
     * at this moment, whoever wrote it.
     *
     * @param voice in whose name the person acts, or null for their own
     */
    public static boolean isOwner(@Nullable Actor actor, Remark remark, @Nullable Voice voice) {
        var organisation = remark.organisationId();
        return actor != null
                && (organisation == null
                        ? Objects.equals(remark.authorId(), actor.personId())
                        : voice != null && voice.organisationId() == organisation);
    }

    /**
     * Whether a remark is made in the name in which the person acts: a draft of one name is not gone on with in another.
     *
     * @param voice in whose name the person acts, or null for their own
     */
    public static boolean isInTheNameOf(Remark remark, @Nullable Voice voice) {
        return Objects.equals(remark.organisationId(), voice == null ? null : voice.organisationId());
    }

    /** An editor writes for an organisation, a representative submits and withdraws; a person speaks for themselves. */
    public static boolean onlyRepresentativesSpeakForAnOrganisation(@Nullable Voice voice) {
        return voice == null || voice.representative();
    }

    /** Clerks invite organisations while there is something to take part in. */
    public static boolean mayInvite(@Nullable Actor actor, Consultation consultation, Instant now) {
        return mayRun(actor) && invites(consultation, now);
    }

    /** Organisations are invited from the announcement until the term ends; later there is nothing to take part in. */
    static boolean invites(Consultation consultation, Instant now) {
        var closesAt = consultation.closesAt();
        return consultation.announcedAt() != null
                && consultation.cancelledAt() == null
                && closesAt != null
                && now.isBefore(closesAt);
    }

    /** An owner takes a remark back while remarks are accepted, and not later: what the office answers must stay. */
    public static boolean mayWithdraw(
            @Nullable Actor actor, Consultation consultation, Remark remark, @Nullable Voice voice, Instant now) {
        return isOwner(actor, remark, voice)
                && onlyRepresentativesSpeakForAnOrganisation(remark.organisationId() == null ? null : voice)
                && remark.state() != RemarkState.DRAFT
                && consultation.acceptsRemarksAt(now);
    }

    /**
     * What came on paper, by e-mail or at a meeting is entered by a clerk, from the announcement until the report; post
     * takes longer than the term.
     */
    public static boolean mayEnterOtherChannels(
            @Nullable Actor actor, Consultation consultation, boolean reportPublished) {
        return mayRun(actor)
                && consultation.announcedAt() != null
                && consultation.cancelledAt() == null
                && !reportPublished;
    }

    /** Clerks draft any answer, department officers those of remarks given to their department; none after the report. */
    public static boolean mayAnswer(@Nullable Actor actor, Remark remark, boolean reportPublished) {
        return !reportPublished && remark.state() == RemarkState.SUBMITTED && mayAnswer(actor, remark.departmentId());
    }

    /** The same of whatever remark was given to a department, or to none. */
    static boolean mayAnswer(@Nullable Actor actor, @Nullable Long departmentId) {
        return actor != null
                && (actor.is(Role.CLERK)
                        || (actor.is(Role.DEPARTMENT_OFFICER)
                                && actor.departmentId() != null
                                && actor.departmentId().equals(departmentId)));
    }

    /** Clerks approve; where four eyes are required, not what they drafted themselves. */
    public static boolean mayApprove(
            @Nullable Actor actor, Consultation consultation, Answer answer, boolean reportPublished) {
        return actor != null
                && mayRun(actor)
                && !reportPublished
                && answer.state() == Answer.State.IN_REVIEW
                && !(consultation.fourEyes() && Objects.equals(answer.draftedBy(), actor.personId()));
    }
}
