package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkEntry;
import pl.kujawskopomorskie.ngo.consultations.SentFile;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * The form of a remark as the browser sends it.
 *
 * @param version number of the version remarked on
 * @param unit address of the unit, empty for the whole act
 * @param proposedWording as typed
 * @param rationale as typed
 * @param consents whether the box was ticked
 * @param formToken of the form
 * @param action which button was pressed
 * @param files that were chosen
 * @param remove keys of attachments whose boxes were ticked
 * @param revision of the draft that the form was shown with; empty when there was none
 * @param organisation slug of the one in whose name the form was shown, empty for the person's own
 * @param shown keys of the attachments that the draft had when the form was shown
 */
@Introspected
record RemarkForm(
        String version,
        String unit,
        String proposedWording,
        String rationale,
        boolean consents,
        String formToken,
        String action,
        List<SentFile> files,
        Set<Long> remove,
        String revision,
        String organisation,
        Set<Long> shown) {

    private static final String KEEP = "keep";

    /** An empty form on a unit: its wording stands there already, to be changed. */
    static RemarkForm on(int version, @Nullable DraftUnit unit, @Nullable Voice voice) {
        return new RemarkForm(
                Integer.toString(version),
                unit == null ? "" : unit.address(),
                unit == null ? "" : unit.text(),
                "",
                false,
                RemarkEntry.newFormToken(),
                "",
                List.of(),
                Set.of(),
                "",
                slug(voice),
                Set.of());
    }

    /** The form that a draft was kept from. */
    static RemarkForm of(Remark draft, int version, @Nullable DraftUnit unit, @Nullable Voice voice) {
        return new RemarkForm(
                Integer.toString(version),
                unit == null ? "" : unit.address(),
                draft.proposedWording().isEmpty() && unit != null ? unit.text() : draft.proposedWording(),
                draft.rationale(),
                draft.authorConsents(),
                draft.formToken(),
                "",
                List.of(),
                Set.of(),
                Integer.toString(draft.revision()),
                slug(voice),
                Set.of());
    }

    /** The form that a request sends field by field. */
    static RemarkForm of(Map<String, List<String>> fields) {
        return of(fields, List.of());
    }

    /** The form that a request sends part by part, with its files. */
    static RemarkForm of(List<CompletedPart> parts) {
        var fields = new HashMap<String, List<String>>();
        var files = new ArrayList<SentFile>();
        for (var part : parts) {
            if (part instanceof CompletedFileUpload upload) {
                // A field for files in which none was chosen is sent as a file without a name.
                if (upload.getFilename() != null && !upload.getFilename().isEmpty()) {
                    files.add(new SentFile(upload.getFilename(), bytes(part)));
                }
            } else {
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return of(fields, files);
    }

    private static RemarkForm of(Map<String, List<String>> fields, List<SentFile> files) {
        return new RemarkForm(
                first(fields, "version"),
                first(fields, "unit"),
                Typed.text(first(fields, "proposedWording")),
                Typed.text(first(fields, "rationale")),
                first(fields, "consents").equals("true"),
                first(fields, "formToken"),
                first(fields, "action"),
                files,
                keys(fields, "remove"),
                first(fields, "revision"),
                first(fields, "organisation"),
                keys(fields, "shown"));
    }

    private static Set<Long> keys(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(key -> key.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Whether it is only to be kept. */
    public boolean keeps() {
        return action.equals(KEEP);
    }

    /** The same on a version of the draft. */
    RemarkForm onVersion(int number) {
        return with(Integer.toString(number), formToken, revision, organisation);
    }

    /** The same on top of a draft as it is now. */
    RemarkForm onTopOf(Remark draft) {
        return with(version, formToken, Integer.toString(draft.revision()), organisation);
    }

    /** The same in the name in which the person acts now. */
    RemarkForm inTheNameOf(@Nullable Voice voice) {
        return with(version, formToken, revision, slug(voice));
    }

    /** The same with another token, for a new remark. */
    RemarkForm renewed() {
        return with(version, RemarkEntry.newFormToken(), "", organisation);
    }

    private RemarkForm with(String onVersion, String token, String onRevision, String inName) {
        return new RemarkForm(
                onVersion,
                unit,
                proposedWording,
                rationale,
                consents,
                token,
                action,
                files,
                remove,
                onRevision,
                inName,
                shown);
    }

    /** Whether it was shown in the name in which the person acts now; they may have changed it in another tab. */
    boolean isInTheNameOf(@Nullable Voice voice) {
        return organisation.equals(slug(voice));
    }

    private static String slug(@Nullable Voice voice) {
        return voice == null ? "" : voice.slug();
    }

    /** What the person states. */
    RemarkEntry entry() {
        return new RemarkEntry(
                versionNumber(),
                unit,
                proposedWording,
                rationale,
                consents,
                formToken,
                files,
                remove,
                revisionNumber(revision),
                shown);
    }

    /** The revision that a form names, or null when it names none. */
    static @Nullable Integer revisionNumber(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.valueOf(typed) : null;
    }

    /** The version, or 0 for none that can be. */
    int versionNumber() {
        return version.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(version) : 0;
    }

    private static String first(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static byte[] bytes(CompletedPart part) {
        try {
            return part.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
