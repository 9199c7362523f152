package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;

/** {@code remarks.json}, field by field as {@code resources/demo/README.md} describes it. */
@Serdeable
record RemarksEntry(
        List<Group> groups, List<Entry> remarks, @Nullable List<Draft> drafts) {

    private static final LocalTime APPROVED = LocalTime.of(13, 0);

    List<Story.Group> storyGroups() {
        return groups.stream()
                .map(group -> new Story.Group(group.key(), group.title()))
                .toList();
    }

    List<Story.RemarkMade> story(DemoCalendar calendar) {
        var byKey = groups.stream().collect(Collectors.toMap(Group::key, Function.identity()));
        return remarks.stream().map(remark -> remark.story(calendar, byKey)).toList();
    }

    List<Story.DraftKept> storyDrafts() {
        return Objects.requireNonNullElse(drafts, List.<Draft>of()).stream()
                .map(draft -> new Story.DraftKept(
                        draft.on(),
                        draft.version(),
                        draft.author(),
                        draft.organisation(),
                        draft.proposed(),
                        draft.rationale(),
                        draft.ready()))
                .toList();
    }

    /** What people of an organisation write together and have not submitted. */
    @Serdeable
    record Draft(
            String on,
            int version,
            String author,
            String organisation,
            String proposed,
            String rationale,
            boolean ready) {}

    /** Like remarks, and the answer that each of them gets. */
    @Serdeable
    record Group(String key, String title, AnswerEntry answer) {}

    /** One remark. */
    @Serdeable
    record Entry(
            String on,
            int version,
            Channel channel,
            @Nullable String author,
            @Nullable String authorName,
            @Nullable String organisation,
            boolean showName,
            String proposed,
            String rationale,
            int submittedInDays,
            LocalTime time,
            RemarkState state,
            @Nullable Integer withdrawnInDays,
            @Nullable Hidden hidden,
            @Nullable AnswerEntry answer,
            @Nullable String group) {

        Story.RemarkMade story(DemoCalendar calendar, Map<String, Group> groups) {
            var submittedAt = calendar.past(calendar.day(submittedInDays), time);
            var given = group == null
                    ? answer
                    : Objects.requireNonNull(groups.get(group), "no group " + group)
                            .answer();
            return new Story.RemarkMade(
                    on,
                    version,
                    channel,
                    author,
                    Objects.requireNonNullElse(authorName, ""),
                    organisation,
                    showName,
                    proposed,
                    rationale,
                    submittedAt,
                    withdrawnInDays == null ? null : calendar.past(calendar.day(withdrawnInDays), time),
                    group,
                    given == null ? null : given.department(),
                    given == null ? null : given.story(calendar, submittedAt),
                    hidden == null
                            ? null
                            : new Story.Hidden(
                                    hidden.field(),
                                    hidden.text(),
                                    hidden.reason(),
                                    calendar.past(submittedAt.plus(Duration.ofHours(20)))));
        }
    }

    /** A part of a remark that is not shown. */
    @Serdeable
    record Hidden(String field, String text, String reason) {}

    /** An answer, or only the department that is to write it. */
    @Serdeable
    record AnswerEntry(
            String department,
            Progress state,
            Answer.@Nullable Position position,
            @Nullable String rationale,
            @Nullable String author,
            @Nullable String approver,
            @Nullable Integer approvedInDays,
            @Nullable String changed) {

        Story.@Nullable AnswerGiven story(DemoCalendar calendar, Instant submittedAt) {
            if (state == Progress.ASSIGNED) {
                return null;
            }
            var approvedAt = approvedInDays == null ? null : calendar.past(calendar.day(approvedInDays), APPROVED);
            var draftedAt = approvedAt == null
                    ? calendar.past(submittedAt.plus(Duration.ofHours(50)))
                    : latest(submittedAt.plus(Duration.ofMinutes(40)), approvedAt.minus(Duration.ofHours(26)));
            return new Story.AnswerGiven(
                    Answer.State.valueOf(state.name()),
                    Objects.requireNonNull(position, "an answer without a position"),
                    Objects.requireNonNull(rationale, "an answer without a rationale"),
                    changed,
                    Objects.requireNonNull(author, "an answer that nobody wrote"),
                    draftedAt,
                    approver,
                    approvedAt);
        }

        private static Instant latest(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** How far an answer is, from the department's being asked on. */
    enum Progress {
        ASSIGNED,
        DRAFT,
        IN_REVIEW,
        APPROVED
    }
}
