package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.IndexingEvents;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.Questions;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Writes the events of {@code events.json} with the people who registered for them. */
@Singleton
class StagingEvents {

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime ANNOUNCING = LocalTime.of(7, 30);
    private static final LocalTime CANCELLING = LocalTime.of(9, 0);
    private static final Duration PREPARING = Duration.ofDays(5);

    private final DemoContent content;
    private final Events events;
    private final Sessions sessions;
    private final Questions questions;
    private final IndexingEvents indexing;
    private final PastRows.Attached rows;
    private final StagingRegistrations registrations;

    StagingEvents(
            DemoContent content,
            Events events,
            Sessions sessions,
            Questions questions,
            IndexingEvents indexing,
            PastRows.Attached rows,
            StagingRegistrations registrations) {
        this.content = content;
        this.events = events;
        this.sessions = sessions;
        this.questions = questions;
        this.indexing = indexing;
        this.rows = rows;
        this.registrations = registrations;
    }

    /** Writes them, after the consultations whose meetings some of them are. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stage(DemoCalendar calendar, Cast cast) {
        var file = content.events();
        Map<String, Long> keys = new HashMap<>();
        for (var entry : file.events()) {
            var event = events.save(row(entry, file.privacyClause(), keys, calendar, cast));
            keys.put(entry.slug(), event.key());
            for (var i = 0; i < entry.questions().size(); i++) {
                var question = entry.questions().get(i);
                questions.save(new Question(
                        null,
                        event.key(),
                        i + 1,
                        question.kind(),
                        question.label(),
                        question.choices(),
                        question.required()));
            }
            var programme = programme(event, entry, calendar);
            indexing.index(event);
            registrations.stage(event, programme, calendar);
        }
    }

    private List<StagingRegistrations.Filled> programme(
            Event event, EventsEntry.EventEntry entry, DemoCalendar calendar) {
        var programme = new ArrayList<StagingRegistrations.Filled>();
        for (var told : entry.sessions()) {
            var day = entry.firstDay(calendar).plusDays(told.day());
            var session = sessions.save(new Session(
                    null,
                    event.key(),
                    told.kind(),
                    told.title(),
                    told.description(),
                    DemoCalendar.at(day, LocalTime.parse(told.startsAt())),
                    DemoCalendar.at(day, LocalTime.parse(told.endsAt())),
                    told.room(),
                    told.placesOnSite(),
                    told.placesOnline(),
                    told.streamUrl(),
                    0));
            for (var i = 0; i < told.speakers().size(); i++) {
                var speaker = told.speakers().get(i);
                rows.speaker(session.key(), i + 1, speaker.name(), speaker.role());
            }
            programme.add(new StagingRegistrations.Filled(
                    session, told.takenOnSite(), told.takenOnline(), told.waitingOnSite()));
        }
        return programme;
    }

    private Event row(
            EventsEntry.EventEntry entry,
            String privacyClause,
            Map<String, Long> keys,
            DemoCalendar calendar,
            Cast cast) {
        var day = entry.firstDay(calendar);
        var publishedAt = before(day, entry.publishedDaysBefore(), ANNOUNCING);
        var announced = publishedAt == null ? null : calendar.past(publishedAt);
        var cancelling = before(day, entry.cancelledDaysBefore(), CANCELLING);
        var cancelledAt = cancelling == null ? null : calendar.past(cancelling);
        var begunAt = (announced == null ? calendar.now() : announced).minus(PREPARING);
        var closes = entry.registrationClosesDaysBefore();
        var consultation = entry.consultation();
        return new Event(
                null,
                entry.slug(),
                entry.kind(),
                entry.edition(),
                entry.title(),
                entry.summary(),
                entry.description(),
                entry.organiser(),
                entry.venue(),
                entry.onLocalLaw(),
                entry.forBothSectors(),
                entry.forCompetence(),
                entry.contactName(),
                entry.contactEmail(),
                entry.contactPhone(),
                before(day, entry.registrationOpensDaysBefore(), OPENING),
                closes == null ? null : OfficeTime.endOf(day.minusDays(closes)),
                entry.peoplePerRegistration(),
                120,
                48,
                14,
                entry.travelRefund(),
                privacyClause,
                entry.terms() == null ? "" : entry.terms(),
                entry.seriesOf() == null ? null : Cast.found(keys, entry.seriesOf()),
                consultation == null ? null : rows.consultation(consultation),
                announced,
                cancelledAt,
                entry.cancelReason(),
                cancelledAt == null ? 0 : 1,
                begunAt,
                cast.clerk(),
                cancelledAt != null ? cancelledAt : announced != null ? announced : begunAt,
                0);
    }

    private static @Nullable Instant before(LocalDate day, @Nullable Integer days, LocalTime time) {
        return days == null ? null : DemoCalendar.at(day.minusDays(days), time);
    }
}
