package pl.kujawskopomorskie.ngo.consultations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A remark that reached the office on paper, by e-mail, at a meeting or as a council's opinion, as a clerk enters it.
 *
 * @param version number of the version remarked on
 * @param unit address of the unit, or empty for the whole act
 * @param channel how it came
 * @param author who made it: a person, an organisation, a council
 * @param named whether everybody may read the author's name
 * @param receivedOn the day on which the office had it
 * @param currentWording as the author quotes it; where a unit is named its own text stands instead
 * @param proposedWording what should stand there instead, possibly empty
 * @param rationale why, possibly empty when a wording is proposed
 * @param formToken makes it one remark however often it is sent
 */
public record OfficeEntry(
        int version,
        String unit,
        Channel channel,
        String author,
        boolean named,
        @Nullable LocalDate receivedOn,
        String currentWording,
        String proposedWording,
        String rationale,
        String formToken) {

    /** Most characters of an author's name. */
    static final int LONGEST_AUTHOR = 200;

    /** What keeps this from being a remark, apart from its moment. */
    FormErrors check() {
        return FormErrors.none()
                .unless(channel != Channel.FORM, "channel", "forms.choose")
                .unless(!author.isBlank(), "author", "consultations.entry.author.missing")
                .unless(Typed.length(author) <= LONGEST_AUTHOR, "author", "forms.tooLong", LONGEST_AUTHOR)
                .unless(receivedOn != null, "receivedOn", "consultations.entry.receivedOn.missing")
                .unless(
                        !proposedWording.isBlank() || !rationale.isBlank(),
                        "rationale",
                        "consultations.remark.rationale.missing")
                .unless(
                        Typed.length(currentWording) <= RemarkEntry.LONGEST_TEXT,
                        "currentWording",
                        "forms.tooLong",
                        RemarkEntry.LONGEST_TEXT)
                .unless(
                        Typed.length(proposedWording) <= RemarkEntry.LONGEST_TEXT,
                        "proposedWording",
                        "forms.tooLong",
                        RemarkEntry.LONGEST_TEXT)
                .unless(
                        Typed.length(rationale) <= RemarkEntry.LONGEST_TEXT,
                        "rationale",
                        "forms.tooLong",
                        RemarkEntry.LONGEST_TEXT)
                .unless(RemarkEntry.isToken(formToken), FormErrors.WHOLE_FORM, "consultations.remark.stale");
    }
}
