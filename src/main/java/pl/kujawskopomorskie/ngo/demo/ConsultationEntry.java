package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.InvitationFilter;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** {@code consultation.json}, field by field as {@code resources/demo/README.md} describes it. */
@Serdeable
record ConsultationEntry(
        String slug,
        ConsultationState state,
        String title,
        String subject,
        String summary,
        String legalBasis,
        ConsultationKind kind,
        String participants,
        Set<Channel> channels,
        String responsibleDepartment,
        String contactName,
        String contactEmail,
        String contactPhone,
        @Nullable Integer announcedInDays,
        @Nullable Integer opensInDays,
        @Nullable Integer closesInDays,
        @Nullable Extension extension,
        boolean fourEyes,
        @Nullable Meeting meeting,
        List<Document> documents,
        List<Version> versions,
        List<Invitation> invitations,
        @Nullable Integer cancelledInDays,
        @Nullable String cancelReason,
        @Nullable Report report,
        @Nullable Act act) {

    // The hours of an ordinary working day, one after the other, so that what follows from something is later than it.
    private static final LocalTime ANNOUNCED = LocalTime.of(9, 0);
    private static final LocalTime INVITED = LocalTime.of(10, 0);
    private static final LocalTime EXTENDED = LocalTime.of(10, 0);
    private static final LocalTime PUBLISHED = LocalTime.of(9, 0);
    private static final LocalTime REPORTED = LocalTime.of(14, 0);
    private static final LocalTime CORRECTED = LocalTime.of(15, 0);
    private static final LocalTime CANCELLED = LocalTime.of(12, 0);

    /**
     * What happened by these words.
     *
     * @param calendar gives the days their dates
     * @param drafts texts of the versions
     * @param remarks what people sent in
     */
    Story story(DemoCalendar calendar, List<String> drafts, RemarksEntry remarks) {
        return new Story(
                slug,
                title,
                subject,
                summary,
                legalBasis,
                kind,
                participants,
                channels,
                responsibleDepartment,
                new Story.Contact(contactName, contactEmail, contactPhone),
                term(calendar),
                fourEyes,
                meeting == null ? null : meeting.story(calendar),
                cancelledInDays == null || cancelReason == null
                        ? null
                        : new Story.Cancellation(calendar.past(calendar.day(cancelledInDays), CANCELLED), cancelReason),
                documents.stream()
                        .map(document -> new Story.Document(document.title(), document.text()))
                        .toList(),
                versions(calendar, drafts),
                remarks.storyGroups(),
                remarks.story(calendar),
                remarks.storyDrafts(),
                invitations.stream()
                        .map(invitation -> invitation.story(calendar))
                        .toList(),
                report == null ? null : report.story(calendar),
                act == null ? null : new Story.Act(act.number(), calendar.day(act.adoptedInDays()), act.link()));
    }

    private Story.@Nullable Term term(DemoCalendar calendar) {
        if (announcedInDays == null || opensInDays == null || closesInDays == null) {
            return null;
        }
        return new Story.Term(
                calendar.past(calendar.day(announcedInDays), ANNOUNCED),
                OfficeTime.startOf(calendar.day(opensInDays)),
                OfficeTime.endOf(calendar.day(closesInDays)),
                extension == null ? null : extension.story(calendar, closesInDays));
    }

    private List<Story.Version> versions(DemoCalendar calendar, List<String> drafts) {
        var told = new ArrayList<Story.Version>();
        for (var i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            told.add(new Story.Version(drafts.get(i), version.note(), version.publishedAt(calendar)));
        }
        return told;
    }

    /** A term made longer. */
    @Serdeable
    record Extension(int announcedInDays, int addedDays, String reason) {

        Story.Extension story(DemoCalendar calendar, int closesInDays) {
            return new Story.Extension(
                    calendar.past(calendar.day(announcedInDays), EXTENDED),
                    OfficeTime.endOf(calendar.day(closesInDays + addedDays)),
                    reason);
        }
    }

    /** An open meeting. */
    @Serdeable
    record Meeting(int inDays, LocalTime time, String place, String description) {

        Story.Meeting story(DemoCalendar calendar) {
            return new Story.Meeting(DemoCalendar.at(calendar.day(inDays), time), place, description);
        }
    }

    /** A text beside the draft. */
    @Serdeable
    record Document(String title, String text) {}

    /** A version of the draft. */
    @Serdeable
    record Version(String file, @Nullable Integer publishedInDays, String note) {

        @Nullable
        Instant publishedAt(DemoCalendar calendar) {
            return publishedInDays == null ? null : calendar.past(calendar.day(publishedInDays), PUBLISHED);
        }
    }

    /** Organisations asked to take part, and which of them answered that they want no more such mails. */
    @Serdeable
    record Invitation(int inDays, String county, String sphere, String legalForm, List<String> declined) {

        Story.Invited story(DemoCalendar calendar) {
            return new Story.Invited(
                    calendar.past(calendar.day(inDays), INVITED),
                    new InvitationFilter(county, sphere, legalForm),
                    declined);
        }
    }

    /** A published report. */
    @Serdeable
    record Report(int publishedInDays, String introduction, String afterword, List<Correction> corrections) {

        Story.Report story(DemoCalendar calendar) {
            return new Story.Report(
                    calendar.past(calendar.day(publishedInDays), REPORTED),
                    introduction,
                    afterword,
                    corrections.stream()
                            .map(correction -> new Story.Correction(
                                    calendar.past(calendar.day(correction.inDays()), CORRECTED), correction.text()))
                            .toList());
        }
    }

    /** A correction of a report. */
    @Serdeable
    record Correction(int inDays, String text) {}

    /** What the assembly adopted. */
    @Serdeable
    record Act(String number, int adoptedInDays, String link) {}
}
