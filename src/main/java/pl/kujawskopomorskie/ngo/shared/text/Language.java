package pl.kujawskopomorskie.ngo.shared.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the interface. Acts and documents are Polish in both. */
public enum Language {
    POLISH("pl"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag as HTML and the database write it: {@code pl} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The locale for formats. */
    public Locale locale() {
        return this == POLISH ? Locale.of("pl", "PL") : Locale.of("en", "GB");
    }

    /** The language of a tag, if it is one of ours. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }

    /** The language that serves a locale best: English for English, Polish for everything else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : POLISH;
    }
}
