package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.accounts.AuditEntries;
import pl.kujawskopomorskie.ngo.accounts.AuditFilter;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import pl.kujawskopomorskie.ngo.shared.web.RequestLanguage;

/** The audit log, for those who watch over the office's work. The whole search stands in the address. */
@Controller("/dziennik")
@Secured({"AUDITOR", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class AuditController {

    private static final int PAGE = 50;
    private static final int LONGEST = 200;

    private final AuditEntries entries;
    private final Messages messages;

    AuditController(AuditEntries entries, Messages messages) {
        this.entries = entries;
        this.messages = messages;
    }

    @Get
    HttpResponse<?> search(
            HttpRequest<?> request,
            @Nullable @QueryValue String text,
            @Nullable @QueryValue String actor,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String after) {
        var form = new AuditPage.Form(typed(text), typed(actor), typed(kind), typed(from), typed(to));
        var first = day(form.from());
        var last = day(form.to());
        var errors = FormErrors.none()
                .unless(form.text().length() <= LONGEST, "text", "forms.tooLong", LONGEST)
                .unless(form.actor().length() <= LONGEST, "actor", "forms.tooLong", LONGEST)
                .unless(form.from().isEmpty() || first.isPresent(), "from", "audit.day.wrong")
                .unless(form.to().isEmpty() || last.isPresent(), "to", "audit.day.wrong")
                .unless(
                        first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get()),
                        "to",
                        "audit.days.wrong");
        var kinds = entries.subjectKinds();
        var language = RequestLanguage.of(request);
        if (errors.any()) {
            return Pages.invalid(
                    "accounts/audit", AuditPage.of(form, errors, kinds, List.of(), PAGE, messages, language));
        }
        var filter = new AuditFilter(
                form.text(),
                form.actor(),
                form.kind(),
                first.orElse(null),
                last.orElse(null),
                AuditFilter.Place.parse(typed(after)).orElse(null));
        // One more than a page shows, to know whether there is a next one.
        var found = entries.find(filter, PAGE + 1);
        return Pages.show("accounts/audit", AuditPage.of(form, errors, kinds, found, PAGE, messages, language));
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
