package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.OfficeEntry;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** The form in which a clerk enters a remark that came another way, as the browser sends it. */
@Serdeable
@Introspected
record EntryForm(
        @Nullable String version,
        @Nullable String unit,
        @Nullable String channel,
        @Nullable String author,
        @Nullable String named,
        @Nullable String receivedOn,
        @Nullable String proposedWording,
        @Nullable String rationale,
        @Nullable String formToken) {

    /** An empty form. */
    static EntryForm empty(int version, LocalDate today) {
        return new EntryForm(
                Integer.toString(version),
                "",
                Channel.PAPER.name(),
                "",
                "",
                today.toString(),
                "",
                "",
                RemarkEntry.newFormToken());
    }

    /** The form that a request sends part by part. */
    static EntryForm of(Map<String, String> fields) {
        return new EntryForm(
                fields.get("version"),
                fields.get("unit"),
                fields.get("channel"),
                fields.get("author"),
                fields.get("named"),
                fields.get("receivedOn"),
                fields.get("proposedWording"),
                fields.get("rationale"),
                fields.get("formToken"));
    }

    /** The version, or 0 for none that can be. */
    int versionNumber() {
        return version != null && version.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(version) : 0;
    }

    /** What the clerk states. */
    OfficeEntry entry() {
        return new OfficeEntry(
                versionNumber(),
                unit == null ? "" : unit,
                channel(channel),
                Typed.line(author),
                "true".equals(named),
                NoticeForm.parsed(receivedOn),
                "",
                Typed.text(proposedWording),
                Typed.text(rationale),
                formToken == null ? "" : formToken);
    }

    /** The channel of a name; the portal's own, which no clerk enters, for none. */
    static Channel channel(@Nullable String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(Channel.FORM);
    }
}
