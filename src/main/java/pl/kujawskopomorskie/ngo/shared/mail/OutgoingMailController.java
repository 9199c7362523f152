package pl.kujawskopomorskie.ngo.shared.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.ByteArrayInputStream;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/**
 * The mail that a demonstration would send. Anyone may read it, one-time links and all, so outside a demonstration, or
 * with a mail server, there is no such route at all.
 */
@Controller("/poczta")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Requires(property = "portal.demo", value = "true")
@Requires(missingProperty = "portal.smtp.host")
final class OutgoingMailController {

    private static final int PAGE = 25;

    private final MailMessages messages;

    OutgoingMailController(MailMessages messages) {
        this.messages = messages;
    }

    @Get
    HttpResponse<?> list(@Nullable @QueryValue Long before) {
        // One more than a page shows, to know whether there is a next one.
        var heads = messages.headsBefore(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = heads.subList(0, Math.min(PAGE, heads.size()));
        return Pages.show(
                "mail/outgoing",
                new OutgoingMail(shown, heads.size() > PAGE ? shown.getLast().id() : null));
    }

    @Get("/{id}")
    HttpResponse<?> one(long id) {
        return messages.findById(id)
                .<HttpResponse<?>>map(message -> Pages.show("mail/mail", MailPage.of(message)))
                .orElseGet(Pages::notFound);
    }

    @Get("/{id}/zalacznik")
    @Produces(MediaType.ALL)
    HttpResponse<?> attachment(long id) {
        var message = messages.findById(id).orElse(null);
        if (message == null || message.attachment() == null || message.attachmentType() == null) {
            return Pages.notFound();
        }
        var file = new StreamedFile(
                new ByteArrayInputStream(message.attachment()), MediaType.of(message.attachmentType()));
        return HttpResponse.ok(message.attachmentName() == null ? file : file.attach(message.attachmentName()));
    }

    /**
     * The list.
     *
     * @param mails newest first
     * @param before key to go on from, or null when this is the last page
     */
    record OutgoingMail(
            List<MailMessages.Head> mails, @Nullable Long before) {}
}
