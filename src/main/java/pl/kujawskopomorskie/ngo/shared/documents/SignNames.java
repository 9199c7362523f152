package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** What stands in a document for an emoji or another sign that none of its fonts has. */
final class SignNames {

    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;
    /** What is told of a sign without a Polish name: that it is there. */
    private static final String SOME_SIGN = "znak graficzny";

    private final Properties polish;

    private SignNames(Properties polish) {
        this.polish = polish;
    }

    /** Names by code points in hexadecimal digits. */
    static SignNames read(String properties) {
        var polish = new Properties();
        try {
            polish.load(new StringReader(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SignNames(polish);
    }

    /** The sign's name in brackets; of a flag, which is a pair of signs, the letters of its country. */
    String of(int sign, String language) {
        if (sign >= FIRST_REGIONAL && sign <= LAST_REGIONAL) {
            return Character.toString('A' + sign - FIRST_REGIONAL);
        }
        return "[" + (language.equals("pl") ? polish(sign) : unicode(sign)) + "]";
    }

    private String polish(int sign) {
        return polish.getProperty(Integer.toHexString(sign), SOME_SIGN);
    }

    private static String unicode(int sign) {
        var name = Character.getName(sign);
        return name == null ? Integer.toHexString(sign) : name.toLowerCase(Locale.ROOT);
    }
}
