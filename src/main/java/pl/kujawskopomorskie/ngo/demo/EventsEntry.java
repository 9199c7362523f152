package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.EventStanding;
import pl.kujawskopomorskie.ngo.events.Question;
import pl.kujawskopomorskie.ngo.events.SessionKind;

/**
 * The file {@code events.json}.
 *
 * @param privacyClause of all events
 * @param events the first of a series before the others
 */
@Serdeable
record EventsEntry(String privacyClause, List<EventEntry> events) {

    /**
     * An event. Days before are counted back from its first day.
     *
     * @param slug its address
     * @param kind what it is
     * @param edition its number, or null
     * @param title as announced
     * @param summary in a sentence or two
     * @param description blank lines part paragraphs
     * @param organiser who holds it
     * @param venue where, empty when it is only online
     * @param onLocalLaw what the programme counts it as
     * @param forBothSectors what the programme counts it as
     * @param forCompetence what the programme counts it as
     * @param contactName whom to ask
     * @param contactEmail where to write
     * @param contactPhone possibly empty
     * @param inDays its first day
     * @param publishedDaysBefore when it was announced, or null while it is prepared
     * @param registrationOpensDaysBefore at eight in the morning, or null when nobody registers
     * @param registrationClosesDaysBefore with the end of that day
     * @param peoplePerRegistration how many people one registration takes
     * @param travelRefund whether the cost of travel can be asked for
     * @param terms what who registers agrees to, or null
     * @param seriesOf slug of the first event of the series, or null
     * @param consultation slug of the consultation whose meeting it is, or null; such a meeting stays on its day
     * @param cancelledDaysBefore when it was cancelled, or null
     * @param cancelReason why
     * @param standing what the portal must compute on the first day; not to be stored
     * @param questions of the form
     * @param sessions in the order of time
     */
    @Serdeable
    record EventEntry(
            String slug,
            EventKind kind,
            @Nullable Integer edition,
            String title,
            String summary,
            String description,
            String organiser,
            String venue,
            boolean onLocalLaw,
            boolean forBothSectors,
            boolean forCompetence,
            String contactName,
            String contactEmail,
            String contactPhone,
            int inDays,
            @Nullable Integer publishedDaysBefore,
            @Nullable Integer registrationOpensDaysBefore,
            @Nullable Integer registrationClosesDaysBefore,
            int peoplePerRegistration,
            boolean travelRefund,
            @Nullable String terms,
            @Nullable String seriesOf,
            @Nullable String consultation,
            @Nullable Integer cancelledDaysBefore,
            @Nullable String cancelReason,
            EventStanding standing,
            List<QuestionEntry> questions,
            List<SessionEntry> sessions) {

        /**
         * Its first day; the office works from Monday to Friday, and what would fall on a weekend goes away from today. What is held
         * today is held today, so that there is a door to stand at.
         */
        LocalDate firstDay(DemoCalendar calendar) {
            var day = calendar.day(inDays);
            while (consultation == null
                    && inDays != 0
                    && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
                day = day.plusDays(inDays < 0 ? -1 : 1);
            }
            return day;
        }
    }

    /**
     * A question of the form.
     *
     * @param kind how it is answered
     * @param label the question
     * @param choices one a line
     * @param required whether it must be answered
     */
    @Serdeable
    record QuestionEntry(Question.Kind kind, String label, String choices, boolean required) {}

    /**
     * A session.
     *
     * @param kind what it is
     * @param day 0 for the first day of the event
     * @param startsAt hour in Warsaw
     * @param endsAt hour in Warsaw
     * @param title as announced
     * @param description possibly empty
     * @param room possibly empty
     * @param placesOnSite in the room
     * @param placesOnline by the stream
     * @param streamUrl possibly empty
     * @param speakers in their order
     * @param takenOnSite how many invented people come
     * @param takenOnline how many invented people watch
     * @param waitingOnSite how many invented people wait for a place in the room
     */
    @Serdeable
    record SessionEntry(
            SessionKind kind,
            int day,
            String startsAt,
            String endsAt,
            String title,
            String description,
            String room,
            int placesOnSite,
            int placesOnline,
            String streamUrl,
            List<SpeakerEntry> speakers,
            int takenOnSite,
            int takenOnline,
            int waitingOnSite) {}

    /**
     * Somebody who speaks.
     *
     * @param name invented
     * @param role what they are and where
     */
    @Serdeable
    record SpeakerEntry(String name, String role) {}
}
