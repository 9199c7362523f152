package pl.kujawskopomorskie.ngo.accounts.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Words that details of several actions share. */
    private static final String COMMON = "audit.detail.";

    // Details that begin with names of constants, and the group of texts that has words for them.
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("REMARK_ENTERED", "consultations.channel."),
            Map.entry("ANSWER_DRAFTED", "consultations.position."),
            Map.entry("ANSWER_SENT_TO_REVIEW", "consultations.position."),
            Map.entry("TEXT_HIDDEN", "answers.hide.field."),
            Map.entry("NOTICE_WORDS_HIDDEN", COMMON),
            Map.entry("NAME_WITHDRAWN", COMMON),
            Map.entry("ROLE_GRANTED", "accounts.role."),
            Map.entry("ROLE_TAKEN", "accounts.role."),
            Map.entry("ACCOUNT_CREATED", "accounts.role."),
            Map.entry("DRAFT_READ", COMMON),
            Map.entry("VERSION_PUBLISHED", COMMON),
            Map.entry("UNIT_SPLIT", COMMON),
            Map.entry("UNITS_JOINED", COMMON),
            Map.entry("UNIT_RELABELLED", COMMON),
            Map.entry("UNITS_PAIRED", COMMON),
            Map.entry("TEAM_CHANGED", "events.team.field."),
            Map.entry("TEAM_MEMBER_ADDED", "events.sector."),
            Map.entry("TEAM_MEMBER_CHANGED", "events.member.field."),
            Map.entry("TEAM_MEMBER_REMOVED", "events.sector."),
            Map.entry("VISIT_CHANGED", "events.visit.field."),
            Map.entry("DEMO_MADE", COMMON));

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");

    /** The detail in words; what a person typed, behind a colon, stays as it is. */
    private static String detail(Messages messages, Language language, AuditEntry entry) {
        var group = DETAILS.get(entry.action());
        if (group == null) {
            return entry.detail();
        }
        var colon = entry.detail().indexOf(": ");
        var end = colon < 0 ? entry.detail().length() : colon;
        return NAME.matcher(entry.detail().substring(0, end))
                        .replaceAll(name -> Matcher.quoteReplacement(word(messages, language, group, name.group())))
                + entry.detail().substring(end);
    }

    private static String word(Messages messages, Language language, String group, String name) {
        return messages.find(language, group + name).orElseGet(() -> words(messages, language, COMMON, name));
    }

    private static String subject(Messages messages, Language language, AuditEntry entry) {
        var kind = words(messages, language, "audit.kind.", entry.subjectKind());
        var ref = entry.subjectKind().equals("setting")
                ? words(messages, language, "desk.settings.", entry.subjectRef())
                : entry.subjectRef();
        return ref.isEmpty() ? kind : kind + " " + ref;
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
                    AuditPage.subject(messages, language, entry),
                    AuditPage.detail(messages, language, entry),
                    entry.requestId());
        }
    }
}
