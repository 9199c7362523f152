package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.after.Issuing;
import pl.kujawskopomorskie.ngo.events.after.PrintingCertificates;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** How what came of asking for certificates is answered. */
final class CertificateAnswers {

    private static final String PDF = "application/pdf";

    private CertificateAnswers() {}

    /**
     * The document, or why there is none.
     *
     * @param asked the languages that the address asks for: {@code pl}, {@code en} or {@code oba}; else that of the registration
     * @param notFound what is said when there is no such link or person
     */
    static MutableHttpResponse<?> of(
            HttpRequest<?> request,
            Issuing issuing,
            @Nullable String asked,
            PrintingCertificates printing,
            Supplier<MutableHttpResponse<?>> notFound) {
        return switch (issuing) {
            case Issuing.Issued issued ->
                Downloads.file(request, name(issued), PDF, printing.pdf(issued, languages(asked, issued.language())));
            case Issuing.NotYet() -> Pages.conflict("events.certificate.refused.NotYet");
            case Issuing.Cancelled() -> Pages.conflict("events.certificate.refused.Cancelled");
            case Issuing.NotThere() -> Pages.conflict("events.certificate.refused.NotThere");
            case Issuing.Nameless() -> Pages.conflict("events.certificate.refused.Nameless");
            case Issuing.Revoked() -> Pages.conflict("events.certificate.refused.Revoked");
            case Issuing.Forbidden() -> Pages.forbidden();
            case Issuing.NotFound() -> notFound.get();
        };
    }

    private static String name(Issuing.Issued issued) {
        return issued.certificates().size() == 1
                ? "zaswiadczenie-"
                        + issued.certificates()
                                .getFirst()
                                .certificate()
                                .number()
                                .inAddress()
                        + ".pdf"
                : "zaswiadczenia-" + issued.event().slug() + ".pdf";
    }

    private static List<Language> languages(@Nullable String asked, Language usual) {
        if ("oba".equals(asked)) {
            return List.of(Language.POLISH, Language.ENGLISH);
        }
        return List.of(Language.ofTag(asked == null ? "" : asked).orElse(usual));
    }
}
