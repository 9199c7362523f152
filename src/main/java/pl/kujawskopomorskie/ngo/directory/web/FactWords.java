package pl.kujawskopomorskie.ngo.directory.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;

/**
 * A fact of an organisation in words that a person reads: forms, counties and spheres by their names, a box as yes or no.
 *
 * @param words one, or several where a fact is a list; none when it is not known
 */
record FactWords(List<Word> words) {

    /** The words for what the history, a form or a register says of a field. */
    static FactWords of(OrganisationField field, String value) {
        return new FactWords(
                switch (field) {
                    case PUBLIC_BENEFIT, SOCIAL_ECONOMY, CONTACT_PUBLIC ->
                        List.of(Word.keyed(value.equals("true") ? "directory.yes" : "directory.no"));
                    case LEGAL_FORM -> choice("directory.legalForm.", value);
                    case STATE -> choice("directory.state.", value);
                    case AREA -> choice("directory.area.", value);
                    case MEMBERS, VOLUNTEERS -> choice("directory.size.", value);
                    case COUNTY -> plain(County.of(value).map(County::fullName).orElse(value));
                    case SPHERES ->
                        Arrays.stream(value.split("[,;\\s]+"))
                                .filter(point -> !point.isEmpty())
                                .map(point -> Word.plain(PublicTaskSphere.of(point)
                                        .map(PublicTaskSphere::name)
                                        .orElse(point)))
                                .toList();
                    default -> plain(value);
                });
    }

    private static List<Word> choice(String prefix, String value) {
        // What somebody typed into a stale form may be no choice at all.
        return value.matches("[A-Z_0-9]+") ? List.of(Word.keyed(prefix + value)) : plain(value);
    }

    private static List<Word> plain(String value) {
        return value.isEmpty() ? List.of() : List.of(Word.plain(value));
    }

    /**
     * One word or sentence.
     *
     * @param key of a text of ours, or null
     * @param text as it is kept, in Polish, when it is no text of ours
     */
    record Word(@Nullable String key, String text) {

        static Word keyed(String key) {
            return new Word(key, "");
        }

        static Word plain(String text) {
            return new Word(null, text);
        }
    }
}
