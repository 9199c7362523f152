package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk begins this year's event with last year's, or repeats a training on further days. The programme, the questions, the
 * survey and the term of registration come along, each moved by as many days as the first session; what is on the clock's face stays, whatever the
 * season. Nobody is registered for a copy, and last year's streams are not shown in it.
 */
@Singleton
public class CopyingEvent {

    /** Most days on which one event is repeated at once. */
    public static final int MOST_DAYS = 6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Sessions sessions;
    private final Speakers speakers;
    private final Questions questions;
    private final ProgrammeRows rows;
    private final PreparingEvent preparing;
    private final LockingEvent locking;
    private final IndexingEvents indexing;
    private final AuditLog audit;
    private final Clock clock;

    CopyingEvent(
            Sessions sessions,
            Speakers speakers,
            Questions questions,
            ProgrammeRows rows,
            PreparingEvent preparing,
            LockingEvent locking,
            IndexingEvents indexing,
            AuditLog audit,
            Clock clock) {
        this.sessions = sessions;
        this.speakers = speakers;
        this.questions = questions;
        this.rows = rows;
        this.preparing = preparing;
        this.locking = locking;
        this.indexing = indexing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins the next edition as a draft.
     *
     * @param firstDay of its first session, or null where it was not stated
     */
    @Transactional
    public EventChange copy(String slug, String title, @Nullable LocalDate firstDay, Actor actor) {
        var locked = locking.lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var old = locked.event();
        var programme = sessions.of(old.key());
        var errors = FormErrors.none()
                .unless(!title.isEmpty(), "title", "events.form.title.missing")
                .unless(
                        Typed.length(title) <= EventEntry.LONGEST_TITLE,
                        "title",
                        "forms.tooLong",
                        EventEntry.LONGEST_TITLE)
                .unless(firstDay != null, "firstDay", "events.copy.day.missing")
                .unless(
                        firstDay == null || !firstDay.isBefore(OfficeTime.today(clock)),
                        "firstDay",
                        "events.copy.day.past")
                .unless(!programme.isEmpty(), FormErrors.WHOLE_FORM, "events.copy.empty")
                .and(
                        programme.isEmpty() || firstDay == null
                                ? FormErrors.none()
                                : impossible(old, programme, firstDay, "firstDay"));
        if (errors.any() || firstDay == null) {
            return new EventChange.Invalid(errors);
        }
        var copy = copy(old, programme, title, following(old.edition()), title, firstDay, null, actor);
        rows.copyEditionOf(old.key(), copy.key());
        audit.record(actor.personId(), "EVENT_COPIED", "event", copy.slug(), slug);
        return new EventChange.Done(copy);
    }

    /** Repeats an event on further days, each a draft of its own. All of them are one series. */
    @Transactional
    public EventChange repeat(String slug, List<LocalDate> days, Actor actor) {
        var locked = locking.lock(slug, actor);
        if (locked.refusal() != null) {
            return locked.refusal();
        }
        var old = locked.event();
        var programme = sessions.of(old.key());
        var errors = FormErrors.none()
                .unless(!days.isEmpty(), "day1", "events.repeat.day.missing")
                .unless(!programme.isEmpty(), FormErrors.WHOLE_FORM, "events.copy.empty");
        var chosen = days.stream().distinct().sorted().limit(MOST_DAYS).toList();
        for (var day : programme.isEmpty() ? List.<LocalDate>of() : chosen) {
            errors = errors.and(impossible(old, programme, day, FormErrors.WHOLE_FORM));
        }
        if (errors.any()) {
            return new EventChange.Invalid(errors);
        }
        var first = old.seriesOf();
        for (var day : chosen) {
            var copy = copy(
                    old,
                    programme,
                    old.title(),
                    old.edition(),
                    old.title() + " " + day,
                    day,
                    first == null ? old.key() : first,
                    actor);
            audit.record(actor.personId(), "EVENT_REPEATED", "event", copy.slug(), slug);
        }
        return new EventChange.Done(old);
    }

    private Event copy(
            Event old,
            List<Session> programme,
            String title,
            @Nullable Integer edition,
            String named,
            LocalDate firstDay,
            @Nullable Long seriesOf,
            Actor actor) {
        var days = days(programme, firstDay);
        var copy = preparing.begin(entry(old, title, edition, days), named, seriesOf, actor, OfficeTime.now(clock));
        Map<Long, List<Speaker>> all =
                speakers.of(old.key()).stream().collect(Collectors.groupingBy(Speaker::sessionId));
        for (var session : programme) {
            var saved = sessions.save(new Session(
                    null,
                    copy.key(),
                    session.kind(),
                    session.title(),
                    session.description(),
                    moved(session.startsAt(), days),
                    moved(session.endsAt(), days),
                    session.room(),
                    session.placesOnSite(),
                    session.placesOnline(),
                    "",
                    0));
            all.getOrDefault(session.key(), List.of())
                    .forEach(speaker -> speakers.add(saved.key(), speaker.position(), speaker.name(), speaker.role()));
        }
        for (var question : questions.of(old.key())) {
            questions.save(new Question(
                    null,
                    copy.key(),
                    question.position(),
                    question.kind(),
                    question.label(),
                    question.choices(),
                    question.required()));
        }
        rows.copySurvey(old.key(), copy.key());
        rows.copySurveyQuestions(old.key(), copy.key());
        rows.copyKeeping(old.key(), copy.key());
        indexing.index(copy);
        return copy;
    }

    private static EventEntry entry(Event old, String title, @Nullable Integer edition, long days) {
        var opensAt = old.registrationOpensAt();
        var closesAt = old.registrationClosesAt();
        return new EventEntry(
                old.kind(),
                edition,
                title,
                old.summary(),
                old.description(),
                old.organiser(),
                old.venue(),
                old.onLocalLaw(),
                old.forBothSectors(),
                old.forCompetence(),
                old.contactName(),
                old.contactEmail(),
                old.contactPhone(),
                opensAt == null ? null : moved(opensAt, days),
                closesAt == null ? null : moved(closesAt, days),
                old.peoplePerRegistration(),
                old.holdMinutes(),
                old.offerHours(),
                old.needsKeptDays(),
                old.travelRefund(),
                old.privacyClause(),
                old.terms(),
                null,
                FormErrors.none());
    }

    private static long days(List<Session> programme, LocalDate firstDay) {
        return ChronoUnit.DAYS.between(OfficeTime.day(programme.getFirst().startsAt()), firstDay);
    }

    // After the last number that there is, the clerk names the edition.
    private static @Nullable Integer following(@Nullable Integer edition) {
        return edition == null || edition == EventEntry.LAST_EDITION ? null : edition + 1;
    }

    // In the nights in which the clocks are changed a time may be missing, or an end come before its beginning.
    private static FormErrors impossible(Event old, List<Session> programme, LocalDate firstDay, String field) {
        var days = days(programme, firstDay);
        var terms = new ArrayList<Term>();
        programme.forEach(session -> terms.add(new Term(session.startsAt(), session.endsAt())));
        var opensAt = old.registrationOpensAt();
        var closesAt = old.registrationClosesAt();
        if (opensAt != null && closesAt != null) {
            terms.add(new Term(opensAt, closesAt));
        }
        return terms.stream()
                .flatMap(term -> Stream.of(term.startsAt(), term.endsAt())
                        .map(moment -> OfficeTime.wallClock(moment).plusDays(days))
                        .filter(wall -> !OfficeTime.exists(wall)
                                || !moved(term.startsAt(), days).isBefore(moved(term.endsAt(), days))))
                .findFirst()
                .map(wall -> FormErrors.of(
                        field,
                        "events.copy.clocks",
                        DAY.format(wall),
                        wall.toLocalTime().toString()))
                .orElseGet(FormErrors::none);
    }

    // Nine o'clock stays nine o'clock on the other side of a change of the clocks.
    private static Instant moved(Instant moment, long days) {
        return OfficeTime.wallClock(moment)
                .plusDays(days)
                .atZone(OfficeTime.ZONE)
                .toInstant();
    }

    private record Term(Instant startsAt, Instant endsAt) {}
}
