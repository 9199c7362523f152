package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.Drafting;
import pl.kujawskopomorskie.ngo.consultations.DraftingRemark;
import pl.kujawskopomorskie.ngo.consultations.IndexingRemarks;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkAuthor;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.Submission;
import pl.kujawskopomorskie.ngo.consultations.SubmittingRemark;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.directory.Voices;

/** Saves what people sent in, numbered and sealed as if they had sent it then, and what the office made of it. */
@Singleton
class StagingRemarks {

    private static final Duration WRITING = Duration.ofMinutes(12);

    private final Remarks remarks;
    private final IndexingRemarks indexing;
    private final PastRows.Groups groups;
    private final PastRows.Answers answers;
    private final PastRows.Attached attached;
    private final DraftingRemark drafting;
    private final SubmittingRemark submitting;
    private final Voices voices;

    StagingRemarks(
            Remarks remarks,
            IndexingRemarks indexing,
            PastRows.Groups groups,
            PastRows.Answers answers,
            PastRows.Attached attached,
            DraftingRemark drafting,
            SubmittingRemark submitting,
            Voices voices) {
        this.remarks = remarks;
        this.indexing = indexing;
        this.groups = groups;
        this.answers = answers;
        this.attached = attached;
        this.drafting = drafting;
        this.submitting = submitting;
        this.voices = voices;
    }

    /** Saves the remarks of a story on the versions of its draft. */
    void stage(Consultation consultation, Story story, List<StagedVersion> draft, Cast cast) {
        var groupKeys = new HashMap<String, Long>();
        for (var group : story.groups()) {
            var row = groups.save(new PastRows.GroupRow(null, consultation.key(), group.title()));
            groupKeys.put(group.key(), row.key());
        }
        var number = 0;
        var given = new ArrayList<Answer>();
        var made = new ArrayList<Long>();
        for (var told : story.remarks()) {
            var remark = remarks.save(remark(consultation, ++number, told, draft, groupKeys, cast));
            made.add(remark.key());
            var hidden = told.hidden();
            if (hidden != null) {
                attached.redaction(
                        remark.key(), hidden.field(), hidden.text(), hidden.reason(), hidden.at(), cast.clerk());
            }
            var answer = told.answer();
            if (answer != null) {
                given.add(answer(remark.key(), answer, draft.getLast(), cast));
            }
        }
        answers.saveAll(given);
        indexing.index(made);
        for (var kept : story.drafts()) {
            keep(story.slug(), kept, draft, cast);
        }
    }

    /** Writes what waits in an organisation as its people would write it at this moment. */
    private void keep(String slug, Story.DraftKept told, List<StagedVersion> draft, Cast cast) {
        var unit = draft.get(told.version() - 1).unit(told.on());
        var writer = cast.person(told.author()).actor();
        var voice = voices.of(writer, cast.organisation(told.organisation()).key());
        var entry = new RemarkEntry(
                told.version(),
                unit == null ? "" : unit.address(),
                told.proposed(),
                told.rationale(),
                true,
                formToken(slug + told.author() + told.on()),
                List.of(),
                Set.of());
        var kept = told.ready()
                ? submitting.submit(slug, entry, writer, voice) instanceof Submission.Ready
                : drafting.keep(slug, entry, writer, voice) instanceof Drafting.Kept;
        if (!kept) {
            throw new IllegalStateException(told.organisation() + " cannot have its draft on " + told.on());
        }
    }

    private static Remark remark(
            Consultation consultation,
            int number,
            Story.RemarkMade told,
            List<StagedVersion> draft,
            Map<String, Long> groupKeys,
            Cast cast) {
        var version = draft.get(told.version() - 1);
        var unit = version.unit(told.on());
        var wording = unit == null ? "" : unit.text();
        var author = author(told, cast);
        var begun = told.submittedAt().minus(WRITING);
        var withdrawnAt = told.withdrawnAt();
        var receipt = new RemarkReceipt(
                RemarkReceipt.number(consultation.reference(), number),
                told.submittedAt(),
                told.version(),
                unit == null ? RemarkReceipt.WHOLE_ACT : unit.citation(),
                wording,
                told.proposed(),
                told.rationale(),
                List.of());
        return new Remark(
                null,
                consultation.key(),
                version.row().key(),
                unit == null ? null : unit.key(),
                withdrawnAt == null ? RemarkState.SUBMITTED : RemarkState.WITHDRAWN,
                number,
                author.channel(),
                author.personId(),
                author.name(),
                author.named(),
                author.enteredBy(),
                wording,
                told.proposed(),
                told.rationale(),
                begun,
                begun,
                told.submittedAt(),
                withdrawnAt,
                receipt.hash(),
                formToken(receipt.number()),
                told.group() == null ? null : Cast.found(groupKeys, told.group()),
                told.department() == null ? null : cast.department(told.department()),
                0,
                author.organisationId(),
                null);
    }

    private static RemarkAuthor author(Story.RemarkMade told, Cast cast) {
        if (told.author() == null) {
            return new RemarkAuthor(
                    null,
                    null,
                    told.authorName(),
                    told.showName(),
                    told.channel(),
                    told.channel() == Channel.FORM ? null : cast.clerk());
        }
        var person = cast.person(told.author()).actor();
        if (told.organisation() == null) {
            return RemarkAuthor.onThePortal(person, told.showName());
        }
        // Whether the person speaks for it today does not matter: it was so then.
        var organisation = cast.organisation(told.organisation());
        return RemarkAuthor.onThePortal(
                person,
                new Voice(
                        organisation.key(),
                        organisation.slug(),
                        organisation.name(),
                        Representation.Kind.REPRESENTATIVE));
    }

    private static Answer answer(long remark, Story.AnswerGiven told, StagedVersion lastVersion, Cast cast) {
        return new Answer(
                null,
                remark,
                told.state(),
                told.position(),
                told.rationale(),
                unitKey(lastVersion, told.changed()),
                cast.personKey(told.author()),
                told.draftedAt(),
                cast.personKey(told.approver()),
                told.approvedAt(),
                null,
                0);
    }

    private static @Nullable Long unitKey(StagedVersion version, @Nullable String citation) {
        var unit = version.unit(citation == null ? "" : citation);
        return unit == null ? null : unit.key();
    }

    // There was no form to make one; the number will do, as it is as unique.
    private static String formToken(String number) {
        return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
