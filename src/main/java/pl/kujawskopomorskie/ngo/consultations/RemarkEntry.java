package pl.kujawskopomorskie.ngo.consultations;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a person states in the form of a remark.
 *
 * @param version number of the version remarked on
 * @param unit address of the unit remarked on, or empty for the whole act
 * @param proposedWording what should stand there instead, possibly empty
 * @param rationale why, possibly empty when a wording is proposed
 * @param consents whether the person's name may be shown
 * @param formToken made when the form was shown
 * @param files to be added
 * @param removedFiles keys of attachments to be taken off
 * @param seen revision of the draft that this was typed on top of, or null when there was none
 * @param shownFiles keys of the attachments that the draft had then
 */
public record RemarkEntry(
        int version,
        String unit,
        String proposedWording,
        String rationale,
        boolean consents,
        String formToken,
        List<SentFile> files,
        Set<Long> removedFiles,
        @Nullable Integer seen,
        Set<Long> shownFiles) {

    public RemarkEntry {
        files = List.copyOf(files);
        removedFiles = Set.copyOf(removedFiles);
        shownFiles = Set.copyOf(shownFiles);
    }

    /** What is stated in a form that was not shown with a draft. */
    public RemarkEntry(
            int version,
            String unit,
            String proposedWording,
            String rationale,
            boolean consents,
            String formToken,
            List<SentFile> files,
            Set<Long> removedFiles) {
        this(version, unit, proposedWording, rationale, consents, formToken, files, removedFiles, null, Set.of());
    }

    /** Most characters of a wording or a rationale: some eight pages each. */
    public static final int LONGEST_TEXT = 20_000;

    /** A token for one form, which makes it one remark however often it is sent. */
    public static String newFormToken() {
        return UUID.randomUUID().toString();
    }

    /**
     * The same without a proposed wording that is only the current one, which the form holds to begin with.
     *
     * @param currentWording of the unit
     */
    RemarkEntry against(String currentWording) {
        if (!Typed.text(currentWording).strip().equals(proposedWording.strip())) {
            return this;
        }
        return saying("", consents);
    }

    /** The same, under a name that everybody may read. */
    RemarkEntry named() {
        return saying(proposedWording, true);
    }

    private RemarkEntry saying(String wording, boolean named) {
        return new RemarkEntry(
                version, unit, wording, rationale, named, formToken, files, removedFiles, seen, shownFiles);
    }

    /**
     * Whether this was typed on top of another state of the draft, and says something else.
     *
     * @param attached to the draft now
     */
    boolean overlooks(Remark draft, List<RemarkAttachments.File> attached) {
        // What one person wrote over in two tabs is theirs; of an organisation another may have written meanwhile.
        var shared = draft.organisationId() != null;
        if (seen == null ? !shared || draft.revision() == 0 : seen == draft.revision()) {
            return false;
        }
        var sameWords = draft.proposedWording().equals(proposedWording)
                && draft.rationale().equals(rationale)
                && draft.authorConsents() == consents;
        return !sameWords || (shared && !knows(attached));
    }

    /** Whether whoever sent this saw or sends every attachment there is, and misses none that they saw. */
    private boolean knows(List<RemarkAttachments.File> attached) {
        return attached.stream()
                        .allMatch(file ->
                                shownFiles.contains(file.id()) || files.stream().anyMatch(file::holds))
                && shownFiles.stream()
                        .filter(id -> !removedFiles.contains(id))
                        .allMatch(RemarkAttachments.File.keys(attached)::contains);
    }

    /** What keeps this from being a remark. */
    public FormErrors check() {
        return FormErrors.none()
                .unless(
                        !proposedWording.isBlank() || !rationale.isBlank(),
                        "rationale",
                        "consultations.remark.rationale.missing")
                .unless(Typed.length(proposedWording) <= LONGEST_TEXT, "proposedWording", "forms.tooLong", LONGEST_TEXT)
                .unless(Typed.length(rationale) <= LONGEST_TEXT, "rationale", "forms.tooLong", LONGEST_TEXT)
                .unless(isToken(formToken), FormErrors.WHOLE_FORM, "consultations.remark.stale");
    }

    static boolean isToken(String token) {
        try {
            return UUID.fromString(token).toString().equals(token);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
