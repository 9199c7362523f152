package pl.kujawskopomorskie.ngo.shared.text;

import com.ibm.icu.text.MessageFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * The texts of the interface, from {@code i18n/messages.properties} (Polish) and {@code i18n/messages_en.properties}.
 *
 * <p>A text is an ICU message, because Java's own formats know no Polish plurals:
 * {@code {0, plural, one{# uwaga} few{# uwagi} many{# uwag} other{# uwagi}}}.
 */
@Singleton
public final class Messages {

    private final Texts polish = Texts.load("i18n/messages.properties");
    private final Texts english = Texts.load("i18n/messages_en.properties");

    /**
     * The text of a key, with its arguments put in.
     *
     * @throws IllegalArgumentException when there is no such key, so that a mistyped key fails its test
     */
    public String get(Language language, String key, Object... arguments) {
        return find(language, key, arguments)
                .orElseThrow(() -> new IllegalArgumentException("No text for key " + key + " in " + language.tag()));
    }

    /** The text of a key, or nothing when there is no such key. */
    public Optional<String> find(Language language, String key, Object... arguments) {
        var texts = language == Language.POLISH ? polish : english;
        var pattern = texts.patterns.get(key);
        if (pattern == null) {
            return Optional.empty();
        }
        var format = texts.compiled.computeIfAbsent(key, ignored -> new MessageFormat(pattern, language.locale()));
        var values = Arrays.stream(arguments).map(Messages::formattable).toArray();
        // ICU's formats are not safe for threads; a clone is cheap beside parsing the pattern again.
        return Optional.of(((MessageFormat) format.clone()).format(values));
    }

    private static Object formattable(@Nullable Object argument) {
        return switch (argument) {
            case Instant moment -> Date.from(moment);
            case LocalDate day -> Date.from(OfficeTime.startOf(day));
            case Enum<?> constant -> constant.name();
            case null -> "";
            default -> argument;
        };
    }

    private record Texts(Map<String, String> patterns, Map<String, MessageFormat> compiled) {

        static Texts load(String resource) {
            try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("Missing resource " + resource);
                }
                var properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                var patterns = new HashMap<String, String>();
                properties.forEach((key, value) -> patterns.put((String) key, (String) value));
                return new Texts(Map.copyOf(patterns), new ConcurrentHashMap<>());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
