package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReport;
import pl.kujawskopomorskie.ngo.consultations.ConsultationSetting;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.FreezingReport;
import pl.kujawskopomorskie.ngo.consultations.Invitations;
import pl.kujawskopomorskie.ngo.consultations.PrintingReport;
import pl.kujawskopomorskie.ngo.directory.DecliningInvitations;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Writes one {@link Story} as the rows that its events would have left, had the portal been there. */
@Singleton
class StagingConsultation {

    private static final Duration PREPARING = Duration.ofDays(5);

    private final Consultations consultations;
    private final PastRows.Attached attached;
    private final StoringFiles files;
    private final PastRows.Reports reports;
    private final FreezingReport freezing;
    private final PrintingReport printing;
    private final StagingDrafts drafts;
    private final StagingRemarks remarks;
    private final Invitations invitations;
    private final DecliningInvitations declining;

    StagingConsultation(
            Consultations consultations,
            PastRows.Attached attached,
            StoringFiles files,
            PastRows.Reports reports,
            FreezingReport freezing,
            PrintingReport printing,
            StagingDrafts drafts,
            StagingRemarks remarks,
            Invitations invitations,
            DecliningInvitations declining) {
        this.consultations = consultations;
        this.attached = attached;
        this.files = files;
        this.reports = reports;
        this.freezing = freezing;
        this.printing = printing;
        this.drafts = drafts;
        this.remarks = remarks;
        this.invitations = invitations;
        this.declining = declining;
    }

    /**
     * Writes a story.
     *
     * @param number of the consultation in the year of its announcement; null for one not announced
     * @param now when the demo is made
     */
    void stage(Story story, @Nullable Integer number, Cast cast, Instant now) {
        var begunAt = begunAt(story, now);
        var consultation = consultations.save(row(story, number, cast, begunAt));
        consultations.index(consultation.key(), PolishSearch.index(story.title(), story.subject(), story.summary()));
        extend(consultation, story, cast);
        for (var document : story.documents()) {
            attach(consultation, document, cast);
        }
        var draft = drafts.stage(consultation.key(), story.versions(), begunAt, cast.clerk());
        remarks.stage(consultation, story, draft, cast);
        for (var invited : story.invitations()) {
            invite(consultation, invited, cast);
        }
        var report = story.report();
        if (report != null) {
            publish(consultation, report, cast);
        }
    }

    private static Instant begunAt(Story story, Instant now) {
        var term = story.term();
        return (term == null ? now : term.announcedAt()).minus(PREPARING);
    }

    private static Consultation row(Story story, @Nullable Integer number, Cast cast, Instant begunAt) {
        var term = story.term();
        var meeting = story.meeting();
        var cancellation = story.cancellation();
        var act = story.act();
        return new Consultation(
                null,
                story.slug(),
                term == null ? null : OfficeTime.day(term.announcedAt()).getYear(),
                number,
                story.title(),
                story.subject(),
                story.summary(),
                story.legalBasis(),
                story.kind(),
                story.participants(),
                names(story.channels()),
                cast.department(story.department()),
                story.contact().name(),
                story.contact().email(),
                story.contact().phone(),
                term == null ? null : term.opensAt(),
                term == null ? null : term.end(),
                term == null ? null : reportDue(term.end()),
                story.fourEyes(),
                meeting == null ? null : meeting.at(),
                meeting == null ? null : meeting.place(),
                meeting == null ? null : meeting.note(),
                term == null ? null : term.announcedAt(),
                cancellation == null ? null : cancellation.at(),
                cancellation == null ? null : cancellation.reason(),
                act == null ? null : act.number(),
                act == null ? null : act.adoptedOn(),
                act == null ? null : act.link(),
                begunAt,
                cast.clerk(),
                0);
    }

    private static String names(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::name).collect(Collectors.joining(","));
    }

    private static LocalDate reportDue(Instant end) {
        return OfficeTime.day(end.minusNanos(1)).plusDays(ConsultationSetting.REPORT_DUE_DAYS.standard());
    }

    private void extend(Consultation consultation, Story story, Cast cast) {
        var term = story.term();
        var extension = term == null ? null : term.extension();
        if (term != null && extension != null) {
            consultations.addExtension(
                    consultation.key(),
                    term.closesAt(),
                    extension.closesAt(),
                    extension.reason(),
                    extension.decidedAt(),
                    cast.clerk());
        }
    }

    private void attach(Consultation consultation, Story.Document document, Cast cast) {
        var file = files.keep(
                document.text().getBytes(StandardCharsets.UTF_8),
                Slug.of(document.title(), 60) + ".txt",
                FileType.TEXT,
                cast.clerk());
        attached.document(consultation.key(), document.title(), file.key());
    }

    private void invite(Consultation consultation, Story.Invited told, Cast cast) {
        var filter = told.filter();
        invitations.invite(
                consultation.key(), filter.county(), filter.sphere(), filter.legalForm(), told.at(), cast.clerk());
        attached.invitationsMailed(consultation.key(), told.at());
        for (var slug : told.declined()) {
            declining.decline(cast.organisation(slug).key());
        }
    }

    private void publish(Consultation consultation, Story.Report told, Cast cast) {
        var report = freezing.freeze(
                consultation,
                reports.save(ConsultationReport.prepared(consultation.key(), told.introduction(), told.afterword())),
                told.publishedAt(),
                cast.clerk());
        for (var correction : told.corrections()) {
            attached.correction(report.key(), correction.text(), correction.at(), cast.clerk());
        }
        printing.print(report);
    }
}
