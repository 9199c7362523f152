package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventPolicy;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.after.Certificate;
import pl.kujawskopomorskie.ngo.events.after.ComparingCertificates;
import pl.kujawskopomorskie.ngo.events.after.CorrectingCertificate;
import pl.kujawskopomorskie.ngo.events.after.Issuing;
import pl.kujawskopomorskie.ngo.events.after.IssuingCertificates;
import pl.kujawskopomorskie.ngo.events.after.MailingCertificates;
import pl.kujawskopomorskie.ngo.events.after.OfficeCertificates;
import pl.kujawskopomorskie.ngo.events.after.Participants;
import pl.kujawskopomorskie.ngo.events.after.PrintingCertificates;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The certificates of an event at its office: who has one, the documents, the mail, and mending what is wrong. */
@Controller(DeskAnswers.EVENTS + "/{event:[a-z0-9-]+}")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class CertificatesDeskController {

    private static final String ONE = "desk/event-certificate";

    private final Events events;
    private final OfficeCertificates certificates;
    private final Participants participants;
    private final IssuingCertificates issuing;
    private final PrintingCertificates printing;
    private final CorrectingCertificate correcting;
    private final ComparingCertificates comparing;
    private final MailingCertificates mailing;

    CertificatesDeskController(
            Events events,
            OfficeCertificates certificates,
            Participants participants,
            IssuingCertificates issuing,
            PrintingCertificates printing,
            CorrectingCertificate correcting,
            ComparingCertificates comparing,
            MailingCertificates mailing) {
        this.events = events;
        this.certificates = certificates;
        this.participants = participants;
        this.issuing = issuing;
        this.printing = printing;
        this.correcting = correcting;
        this.comparing = comparing;
        this.mailing = mailing;
    }

    @Get("/zaswiadczenia")
    @Secured({"CLERK", "AUDITOR"})
    HttpResponse<?> list(
            @PathVariable("event") String slug,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String strona,
            Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        if (event == null) {
            return Pages.notFound();
        }
        var words = EventListQuery.words(szukaj);
        return Pages.show(
                "desk/event-certificates",
                CertificatesPage.of(
                        event,
                        words,
                        certificates.find(event, words, EventListQuery.page(strona)),
                        participants.countNamed(event.key()),
                        mailing.preview(event),
                        comparing.differing(event),
                        EventPolicy.mayRun(actor)));
    }

    @Get("/zaswiadczenia.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> all(
            HttpRequest<?> request,
            @PathVariable("event") String slug,
            @QueryValue @Nullable String czesc,
            @QueryValue @Nullable String jezyk,
            Actor actor) {
        return document(request, issuing.all(slug, EventListQuery.page(czesc), actor), jezyk);
    }

    @Get("/zaswiadczenia/zapisani/{id:[0-9]+}.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> ofAttendee(
            HttpRequest<?> request,
            @PathVariable("event") String slug,
            @PathVariable String id,
            @QueryValue @Nullable String jezyk,
            Actor actor) {
        return document(request, issuing.ofAttendee(slug, ProgrammeDeskController.key(id), actor), jezyk);
    }

    @Get("/zaswiadczenia/dopisani/{id:[0-9]+}.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<?> ofWalkIn(
            HttpRequest<?> request,
            @PathVariable("event") String slug,
            @PathVariable String id,
            @QueryValue @Nullable String jezyk,
            Actor actor) {
        return document(request, issuing.ofWalkIn(slug, ProgrammeDeskController.key(id), actor), jezyk);
    }

    /** To how many the mail would go. */
    @Get("/zaswiadczenia/wyslij")
    HttpResponse<?> beforeMailing(@PathVariable("event") String slug) {
        return events.findBySlug(slug)
                .<HttpResponse<?>>map(event -> Pages.show(
                        "desk/event-certificates-mail", new CertificatesMailPage(event, mailing.preview(event))))
                .orElseGet(Pages::notFound);
    }

    @Post("/zaswiadczenia/wyslij")
    HttpResponse<?> mail(@PathVariable("event") String slug, Actor actor) {
        return DeskAnswers.of(
                mailing.send(slug, actor),
                event -> Pages.done(Done.CERTIFICATES_MAILED, desk(slug)),
                errors -> Pages.notFound());
    }

    @Get("/zaswiadczenia/{id:[0-9]+}")
    @Secured({"CLERK", "AUDITOR"})
    HttpResponse<?> one(@PathVariable("event") String slug, @PathVariable String id, Actor actor) {
        return one(slug, id, null, "", "", "", FormErrors.none(), actor);
    }

    @Post("/zaswiadczenia/{id:[0-9]+}/popraw")
    HttpResponse<?> correct(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body AfterForms.@Nullable Correction form,
            Actor actor) {
        var name = form == null ? "" : Typed.line(form.name());
        var reason = form == null ? "" : Typed.line(form.reason());
        return DeskAnswers.of(
                correcting.correct(slug, ProgrammeDeskController.key(id), name, reason, actor),
                event -> Pages.done(Done.CERTIFICATE_CORRECTED, desk(slug)),
                errors -> one(slug, id, name, reason, "", "", errors, actor));
    }

    @Post("/zaswiadczenia/{id:[0-9]+}/wydaj-ponownie")
    HttpResponse<?> reissue(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body AfterForms.@Nullable Reissue form,
            Actor actor) {
        var reason = form == null ? "" : Typed.line(form.reissueReason());
        return DeskAnswers.of(
                correcting.reissue(slug, ProgrammeDeskController.key(id), reason, actor),
                event -> Pages.done(Done.CERTIFICATE_CORRECTED, desk(slug)),
                errors -> one(slug, id, null, "", reason, "", errors, actor));
    }

    @Post("/zaswiadczenia/{id:[0-9]+}/uniewaznij")
    HttpResponse<?> revoke(
            @PathVariable("event") String slug,
            @PathVariable String id,
            @Body AfterForms.@Nullable Revocation form,
            Actor actor) {
        var reason = form == null ? "" : Typed.line(form.revokeReason());
        return DeskAnswers.of(
                correcting.revoke(slug, ProgrammeDeskController.key(id), reason, actor),
                event -> Pages.done(Done.CERTIFICATE_REVOKED, desk(slug)),
                errors -> one(slug, id, null, "", "", reason, errors, actor));
    }

    private HttpResponse<?> one(
            String slug,
            String id,
            @Nullable String name,
            String reason,
            String reissueReason,
            String revokeReason,
            FormErrors errors,
            Actor actor) {
        var event = events.findBySlug(slug).orElse(null);
        var certificate = event == null
                ? null
                : certificates.of(event, ProgrammeDeskController.key(id)).orElse(null);
        if (event == null || certificate == null) {
            return Pages.notFound();
        }
        var page = new CertificateDeskPage(
                event,
                comparing.of(certificate),
                name == null ? certificate.name() : name,
                reason,
                reissueReason,
                revokeReason,
                EventPolicy.mayRun(actor),
                errors);
        return errors.any() ? Pages.invalid(ONE, page) : Pages.show(ONE, page);
    }

    private static String desk(String slug) {
        return DeskAnswers.EVENTS + "/" + slug + "/zaswiadczenia";
    }

    private HttpResponse<?> document(HttpRequest<?> request, Issuing issued, @Nullable String language) {
        return CertificateAnswers.of(request, issued, language, printing, Pages::notFound)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * To how many the mail would go.
     *
     * @param event of which event
     * @param preview the numbers
     */
    record CertificatesMailPage(Event event, MailingCertificates.Preview preview) {}

    /**
     * One certificate.
     *
     * @param event of which event
     * @param compared itself, beside what is noted now
     * @param name as typed
     * @param reason as typed
     * @param reissueReason as typed
     * @param revokeReason as typed
     * @param mayRun whether the reader may change it
     * @param errors in what was typed
     */
    record CertificateDeskPage(
            Event event,
            ComparingCertificates.Compared compared,
            String name,
            String reason,
            String reissueReason,
            String revokeReason,
            boolean mayRun,
            FormErrors errors) {

        /** Itself. */
        public Certificate certificate() {
            return compared.certificate();
        }

        /** Whether the reader may change it now. */
        public boolean changeable() {
            return mayRun && certificate().replacedAt() == null && certificate().forgottenAt() == null;
        }

        /** Whether it holds and says something else than is noted now. */
        public boolean differs() {
            return certificate().state() == Certificate.State.VALID
                    && certificate().forgottenAt() == null
                    && !compared.same();
        }

        /** Whether another one can be issued that says what is noted now. */
        public boolean reissuable() {
            return changeable() && differs() && compared.there();
        }

        /** Whether it can be taken back. */
        public boolean revocable() {
            return changeable() && certificate().revokedAt() == null;
        }
    }
}
