package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** A consultation of {@code history.json}: long over, answered and reported, with dates as they are. */
@Serdeable
record PastConsultation(
        String slug,
        String title,
        String subject,
        String summary,
        ConsultationKind kind,
        String responsibleDepartment,
        LocalDate announcedOn,
        LocalDate opensOn,
        LocalDate closesOn,
        String draft,
        List<Entry> remarks,
        Report report,
        @Nullable Act act) {

    private static final String LEGAL_BASIS = "art. 5 ust. 2 pkt 3 ustawy z dnia 24 kwietnia 2003 r. o działalności"
            + " pożytku publicznego i o wolontariacie oraz uchwała nr XV/310/15 Sejmiku Województwa"
            + " Kujawsko-Pomorskiego z dnia 21 grudnia 2015 r.";
    private static final String PARTICIPANTS = "Rada Działalności Pożytku Publicznego Województwa Kujawsko-Pomorskiego,"
            + " organizacje pozarządowe i podmioty wymienione w art. 3 ust. 3 ustawy o działalności pożytku"
            + " publicznego i o wolontariacie";
    private static final Story.Contact CONTACT = new Story.Contact(
            "Biuro Współpracy z Organizacjami Pozarządowymi", "konsultacje@example.pl", "56 000 00 10");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    Story story() {
        var announcedAt = DemoCalendar.at(announcedOn, MORNING);
        return new Story(
                slug,
                title,
                subject,
                summary,
                LEGAL_BASIS,
                kind,
                PARTICIPANTS,
                Set.of(Channel.FORM, Channel.EMAIL, Channel.PAPER),
                responsibleDepartment,
                CONTACT,
                new Story.Term(announcedAt, OfficeTime.startOf(opensOn), OfficeTime.endOf(closesOn), null),
                false,
                null,
                null,
                List.of(),
                List.of(new Story.Version(draft, "Projekt skierowany do konsultacji", announcedAt)),
                List.of(),
                remarks.stream().map(this::story).toList(),
                List.of(),
                List.of(),
                new Story.Report(
                        DemoCalendar.at(report.publishedOn(), AFTERNOON),
                        report.introduction(),
                        report.afterword(),
                        List.of()),
                act == null ? null : new Story.Act(act.number(), act.adoptedOn(), act.link()));
    }

    private Story.RemarkMade story(Entry remark) {
        var approvedAt = DemoCalendar.at(report.publishedOn(), MORNING);
        return new Story.RemarkMade(
                remark.on(),
                remark.version(),
                remark.channel(),
                null,
                remark.authorName(),
                null,
                remark.showName(),
                remark.proposed(),
                remark.rationale(),
                DemoCalendar.at(remark.submittedOn(), NOON),
                null,
                null,
                responsibleDepartment,
                new Story.AnswerGiven(
                        Answer.State.APPROVED,
                        remark.position(),
                        remark.answer(),
                        null,
                        "clerk",
                        approvedAt.minus(Duration.ofDays(1)),
                        "reviewer",
                        approvedAt),
                null);
    }

    /** A remark with its answer. */
    @Serdeable
    record Entry(
            String on,
            int version,
            Channel channel,
            String authorName,
            boolean showName,
            String proposed,
            String rationale,
            LocalDate submittedOn,
            Answer.Position position,
            String answer) {}

    /** The report. */
    @Serdeable
    record Report(LocalDate publishedOn, String introduction, String afterword) {}

    /** What the assembly adopted. */
    @Serdeable
    record Act(String number, LocalDate adoptedOn, String link) {}
}
