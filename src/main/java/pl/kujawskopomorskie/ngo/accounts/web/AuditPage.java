package pl.kujawskopomorskie.ngo.accounts.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.AuditEntry;
import pl.kujawskopomorskie.ngo.accounts.AuditFilter;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The audit log as a page.
 *
 * @param form what was asked for, as typed
 * @param errors what is wrong with it
 * @param kinds of subjects to choose from
 * @param rows newest first
 * @param next address of the page with older entries, or null
 */
record AuditPage(
        Form form,
        FormErrors errors,
        List<Choice> kinds,
        List<Row> rows,
        @Nullable String next) {

    static AuditPage of(
            Form form,
            FormErrors errors,
            List<String> kinds,
            List<AuditEntry> found,
            int size,
            Messages messages,
            Language language) {
        var shown = found.subList(0, Math.min(size, found.size()));
        return new AuditPage(
                form,
                errors,
                kinds.stream()
                        .map(kind -> Choice.named(kind, words(messages, language, "audit.kind.", kind)))
                        .toList(),
                shown.stream().map(entry -> Row.of(entry, messages, language)).toList(),
                found.size() > size
                        ? form.address(AuditFilter.Place.of(shown.getLast()).text())
                        : null);
    }

    // A module that writes a new action need not wait for its words: until then the log's own name is shown.
    private static String words(Messages messages, Language language, String group, String name) {
        return messages.find(language, group + name).orElse(name);
    }

    /**
     * The search as typed.
     *
     * @param text words of the entry
     * @param actor a part of a name or address
     * @param kind of the subject
     * @param from the first day
     * @param to the last day
     */
    record Form(String text, String actor, String kind, String from, String to) {

        String address(String after) {
            var parts = new ArrayList<String>();
            add(parts, "text", text);
            add(parts, "actor", actor);
            add(parts, "kind", kind);
            add(parts, "from", from);
            add(parts, "to", to);
            add(parts, "after", after);
            return "/dziennik?" + String.join("&", parts);
        }

        private static void add(List<String> parts, String name, String value) {
            if (!value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * One entry.
     *
     * @param happenedAt when
     * @param actor who, or null for nobody with an account
     * @param action what, in words
     * @param subject to what, in words
     * @param detail further words
     * @param requestId the request, or null
     */
    record Row(
            Instant happenedAt,
            @Nullable String actor,
            String action,
            String subject,
            String detail,
            @Nullable String requestId) {

        static Row of(AuditEntry entry, Messages messages, Language language) {
            return new Row(
                    entry.happenedAt(),
                    entry.actor(),
                    words(messages, language, "audit.action.", entry.action()),
                    words(messages, language, "audit.kind.", entry.subjectKind()) + " " + entry.subjectRef(),
                    entry.detail(),
                    entry.requestId());
        }
    }
}
