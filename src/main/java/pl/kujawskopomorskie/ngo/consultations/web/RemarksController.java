package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.PrintingReceipt;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.Withdrawal;
import pl.kujawskopomorskie.ngo.consultations.WithdrawingConsent;
import pl.kujawskopomorskie.ngo.consultations.WithdrawingRemark;
import pl.kujawskopomorskie.ngo.directory.Voices;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** The register of remarks and the page of each; for its author also the receipt and the way back. */
@Controller("/konsultacje/{slug}/uwagi")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RemarksController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final PublicRemarks publicRemarks;
    private final Remarks remarks;
    private final PrintingReceipt printing;
    private final WithdrawingRemark withdrawing;
    private final WithdrawingConsent consent;
    private final Voices voices;
    private final StoringFiles storingFiles;
    private final Clock clock;

    RemarksController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            DraftVersions versions,
            PublicRemarks publicRemarks,
            Remarks remarks,
            PrintingReceipt printing,
            WithdrawingRemark withdrawing,
            WithdrawingConsent consent,
            Voices voices,
            StoringFiles storingFiles,
            Clock clock) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.versions = versions;
        this.publicRemarks = publicRemarks;
        this.remarks = remarks;
        this.printing = printing;
        this.withdrawing = withdrawing;
        this.consent = consent;
        this.voices = voices;
        this.storingFiles = storingFiles;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            @PathVariable String slug,
            @QueryValue @Nullable String jednostka,
            @QueryValue @Nullable String stanowisko,
            @QueryValue @Nullable String kanal,
            @QueryValue @Nullable String szukaj,
            @QueryValue @Nullable String od,
            @Nullable Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var query = RegisterQuery.of(jednostka, stanowisko, kanal, szukaj, od);
        var filter = query.filter();
        // One more than is shown tells whether there is a next page.
        var found = publicRemarks.from(consultation, filter, query.from(), RegisterPage.SIZE + 1);
        return Pages.show(
                "consultations/remarks",
                RegisterPage.from(
                        overview,
                        query,
                        found,
                        publicRemarks
                                .pageBefore(consultation, filter, query.from(), RegisterPage.SIZE)
                                .orElse(null),
                        filter.isAll()
                                ? remarks.highestNumber(consultation.key())
                                : publicRemarks.count(consultation, filter),
                        publicRemarks.units(consultation)));
    }

    @Get("/{number:[0-9]+}")
    HttpResponse<?> show(@PathVariable String slug, @PathVariable String number, @Nullable Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        var overview = catalogue.find(slug).orElse(null);
        if (consultation == null || overview == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var whole = publicRemarks.find(consultation, key(number)).orElse(null);
        if (whole == null) {
            return Pages.notFound();
        }
        var own = actor == null ? null : own(consultation.key(), number, actor);
        return Pages.show(
                "consultations/remark",
                RemarkPage.from(
                        overview,
                        whole,
                        versions.findCurrent(consultation.key())
                                .map(DraftVersion::number)
                                .orElse(whole.remark().version()),
                        remarks.highestNumber(consultation.key()),
                        own != null,
                        own != null
                                && own.state() == RemarkState.SUBMITTED
                                && own.organisationId() == null
                                && own.authorConsents(),
                        own != null
                                && own.state() == RemarkState.SUBMITTED
                                && ConsultationPolicy.mayWithdraw(
                                        actor,
                                        consultation,
                                        own,
                                        actor == null ? null : voices.of(actor, own.organisationId()),
                                        OfficeTime.now(clock))));
    }

    @Get("/{number:[0-9]+}/zlozona")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> accepted(@PathVariable String slug, @PathVariable String number, Actor actor) {
        return printing.ofAuthor(slug, key(number), actor)
                .<HttpResponse<?>>map(receipt -> Pages.show("consultations/remark-accepted", receipt))
                .orElseGet(Pages::notFound);
    }

    @Get("/{number:[0-9]+}/potwierdzenie.pdf")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Produces(MediaType.ALL)
    HttpResponse<?> receipt(
            HttpRequest<?> request, @PathVariable String slug, @PathVariable String number, Actor actor) {
        return printing.ofAuthor(slug, key(number), actor)
                .<HttpResponse<?>>map(receipt -> Downloads.file(
                        request, receipt.fileName() + ".pdf", FileType.PDF.mediaType(), printing.pdf(receipt)))
                .orElseGet(Pages::notFound);
    }

    @Get("/{number:[0-9]+}/potwierdzenie.txt")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Produces(MediaType.ALL)
    HttpResponse<?> receiptText(
            HttpRequest<?> request, @PathVariable String slug, @PathVariable String number, Actor actor) {
        return printing.ofAuthor(slug, key(number), actor)
                .<HttpResponse<?>>map(receipt -> Downloads.file(
                        request,
                        receipt.fileName() + ".txt",
                        FileType.TEXT.mediaType(),
                        receipt.receipt().text().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(Pages::notFound);
    }

    @Post("/{number:[0-9]+}/wycofaj")
    @Consumes(MediaType.ALL)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> withdraw(@PathVariable String slug, @PathVariable String number, Actor actor) {
        return switch (withdrawing.withdraw(slug, key(number), actor)) {
            case Withdrawal.Done done ->
                Pages.goTo("/konsultacje/" + slug + "/uwagi/" + done.remark().number());
            case Withdrawal.TooLate tooLate -> Pages.conflict("consultations.remark.withdraw.tooLate");
            case Withdrawal.Forbidden forbidden -> Pages.forbidden();
            case Withdrawal.NotFound notFound -> Pages.notFound();
        };
    }

    @Post("/{number:[0-9]+}/usun-nazwisko")
    @Consumes(MediaType.ALL)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> unname(@PathVariable String slug, @PathVariable String number, Actor actor) {
        return consent.withdraw(slug, key(number), actor)
                ? Pages.done(Done.NAME_WITHDRAWN, "/konsultacje/" + slug + "/uwagi/" + key(number))
                : Pages.notFound();
    }

    @Get("/{number:[0-9]+}/zalaczniki/{id:[0-9]+}/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<?> attachment(
            HttpRequest<?> request,
            @PathVariable String slug,
            @PathVariable String number,
            @PathVariable String id,
            @PathVariable String name,
            @Nullable Actor actor) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null || !ConsultationPolicy.maySee(actor, consultation)) {
            return Pages.notFound();
        }
        var mayHaveAll = ConsultationPolicy.mayLookIntoTheOffice(actor)
                || (actor != null && own(consultation.key(), number, actor) != null);
        return publicRemarks
                .file(consultation, key(number), id.length() <= 18 ? Long.parseLong(id) : 0, mayHaveAll)
                .filter(file -> file.name().equals(name))
                .flatMap(file -> storingFiles.find(file.fileId()))
                .<HttpResponse<?>>map(file -> Downloads.file(
                        request,
                        file.name(),
                        file.mediaType(),
                        file.sizeBytes(),
                        HexFormat.of().formatHex(file.sha256()),
                        () -> storingFiles.open(file)))
                .orElseGet(Pages::notFound);
    }

    private @Nullable Remark own(long consultationId, String number, Actor actor) {
        return remarks.ownedByNumber(consultationId, key(number), actor.personId())
                .orElse(null);
    }

    // A number too long for one that can be is that of no remark.
    private static int key(String number) {
        return number.length() <= 9 ? Integer.parseInt(number) : 0;
    }
}
