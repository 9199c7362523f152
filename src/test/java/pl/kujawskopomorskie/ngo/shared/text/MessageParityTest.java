package pl.kujawskopomorskie.ngo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and each text is said somewhere. */
class MessageParityTest {

    private static final Path POLISH = Path.of("src/main/resources/i18n/messages.properties");
    private static final Path ENGLISH = Path.of("src/main/resources/i18n/messages_en.properties");
    private static final Path TEMPLATES = Path.of("src/main/resources/views");
    private static final Path CODE = Path.of("src/main/java");

    private static final Set<String> POLISH_FORMS = Set.of("one", "few", "many", "other");
    private static final Set<String> ENGLISH_FORMS = Set.of("one", "other");

    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9_.]+)[}(]");
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)*\\.?)[\"']");
    private static final Pattern COMMENT_IN_TEMPLATE = Pattern.compile("(?s)<!--/\\*.*?\\*/-->");
    private static final Pattern UNFINISHED = Pattern.compile("(?i)\\b(todo|tbd|fixme|xxx|lorem)\\b|_{3,}|\\b000 000");

    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        assertThat(read(POLISH).repeated).isEmpty();
        assertThat(read(ENGLISH).repeated).isEmpty();
    }

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(texts(ENGLISH).keySet()).isEqualTo(texts(POLISH).keySet());
    }

    @Test
    void a_text_takes_the_same_arguments_in_both_languages() throws IOException {
        var english = texts(ENGLISH);
        var different = new ArrayList<String>();
        texts(POLISH).forEach((key, text) -> {
            var other = english.get(key);
            if (other != null && !arguments(text).equals(arguments(other))) {
                different.add(key + ": " + arguments(text) + " and " + arguments(other));
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void every_plural_has_all_forms_of_its_language() throws IOException {
        assertThat(pluralsWithoutAForm(POLISH, POLISH_FORMS)).isEmpty();
        assertThat(pluralsWithoutAForm(ENGLISH, ENGLISH_FORMS)).isEmpty();
    }

    @Test
    void no_text_is_empty_or_has_a_space_at_its_end_or_twice() throws IOException {
        var stray = Pattern.compile("^$|[ \\t]$| {2}");
        assertThat(matching(POLISH, stray)).isEmpty();
        assertThat(matching(ENGLISH, stray)).isEmpty();
    }

    @Test
    void no_text_waits_for_its_words() throws IOException {
        assertThat(matching(POLISH, UNFINISHED)).isEmpty();
        assertThat(matching(ENGLISH, UNFINISHED)).isEmpty();
    }

    @Test
    void quotation_marks_are_those_of_the_language() throws IOException {
        assertThat(matching(POLISH, Pattern.compile("[\"“]|„[^”]*$"))).isEmpty();
        assertThat(matching(ENGLISH, Pattern.compile("[\"„]|“[^”]*$"))).isEmpty();
    }

    @Test
    void every_key_that_a_template_names_has_its_text() throws IOException {
        var texts = texts(POLISH);
        var missing = new TreeMap<>(keysNamedInTemplates());
        missing.keySet().removeAll(texts.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_literal_that_stands_among_the_keys_of_a_group_is_a_key() throws IOException {
        var texts = texts(POLISH);
        var groups = texts.keySet().stream()
                .filter(key -> key.indexOf('.') != key.lastIndexOf('.'))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toSet());
        var missing = new TreeMap<String, Path>();
        literals().forEach((literal, file) -> {
            var group = literal.contains(".") ? literal.substring(0, literal.lastIndexOf('.')) : "";
            if (!literal.endsWith(".")
                    && groups.contains(group)
                    && !texts.containsKey(literal)
                    && !groups.contains(literal)) {
                missing.put(literal, file);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void every_text_is_said_somewhere() throws IOException {
        var said = new TreeSet<>(literals().keySet());
        said.addAll(keysNamedInTemplates().keySet());
        // A literal that ends with a dot is the head of keys that end with a constant's name or a status.
        var heads = said.stream().filter(literal -> literal.endsWith(".")).toList();
        var silent = texts(POLISH).keySet().stream()
                .filter(key -> !said.contains(key) && heads.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static Map<String, Path> keysNamedInTemplates() throws IOException {
        return found(KEY_IN_TEMPLATE, filesUnder(TEMPLATES, ".html"));
    }

    private static Map<String, Path> literals() throws IOException {
        var files = Stream.concat(filesUnder(CODE, ".java").stream(), filesUnder(TEMPLATES, ".html").stream());
        return found(LITERAL, files.toList());
    }

    /** The first group of every match, with a file that it stands in. */
    private static Map<String, Path> found(Pattern pattern, List<Path> files) throws IOException {
        var found = new LinkedHashMap<String, Path>();
        for (var file : files) {
            var matcher = pattern.matcher(
                    COMMENT_IN_TEMPLATE.matcher(Files.readString(file)).replaceAll(""));
            while (matcher.find()) {
                found.put(matcher.group(1), file);
            }
        }
        return found;
    }

    private static List<Path> filesUnder(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> matching(Path file, Pattern pattern) throws IOException {
        return texts(file).entrySet().stream()
                .filter(text -> pattern.matcher(text.getValue()).find())
                .map(text -> text.getKey() + "=" + text.getValue())
                .toList();
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var texts = new TreeMap<String, String>();
        read(file).forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static WatchfulProperties read(Path file) throws IOException {
        var properties = new WatchfulProperties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> arguments(String text) {
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        for (var i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_NUMBER || part.getType() == Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    private static List<String> pluralsWithoutAForm(Path file, Set<String> forms) throws IOException {
        var incomplete = new ArrayList<String>();
        texts(file).forEach((key, text) -> {
            var pattern = new MessagePattern(text);
            for (var i = 0; i < pattern.countParts(); i++) {
                var part = pattern.getPart(i);
                if (part.getType() == Part.Type.ARG_START
                        && part.getArgType() == ArgType.PLURAL
                        && !formsOf(pattern, i).containsAll(forms)) {
                    incomplete.add(key + ": " + text);
                }
            }
        });
        return incomplete;
    }

    private static Set<String> formsOf(MessagePattern pattern, int start) {
        var forms = new TreeSet<String>();
        var end = pattern.getLimitPartIndex(start);
        var i = start + 1;
        while (i < end) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            } else if (part.getType() == Part.Type.MSG_START) {
                // The forms of a plural inside this one are asked for on their own.
                i = pattern.getLimitPartIndex(i);
            }
            i++;
        }
        return forms;
    }

    /** Properties that notice when a key comes again, which the format itself lets pass. */
    private static final class WatchfulProperties extends Properties {

        private static final long serialVersionUID = 1L;

        private final ArrayList<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                repeated.add((String) key);
            }
            return super.put(key, value);
        }
    }
}
