package pl.kujawskopomorskie.ngo.shared.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** Whatever the code writes to the audit log, people read it in words. */
class AuditWordsTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern ACTION = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Pattern RECORD = Pattern.compile("audit\\.record\\(\\s*[^,]+,\\s*[^,]+,\\s*\"([^\"]+)\",");

    private final Messages messages = new Messages();

    @Test
    void every_action_that_is_recorded_has_its_words_in_both_languages() throws IOException {
        var actions = new TreeSet<String>();
        for (var source : recording().values()) {
            ACTION.matcher(source).results().forEach(found -> actions.add(found.group(1)));
        }

        assertThat(actions).contains("REMARK_ENTERED", "UNIT_SPLIT", "ACCOUNT_BLOCKED", "CONSULTATION_EXTENDED");
        assertThat(wordless("audit.action.", actions)).isEmpty();
    }

    @Test
    void every_kind_of_subject_has_its_words_in_both_languages() throws IOException {
        var kinds = new TreeSet<String>();
        for (var source : recording().entrySet()) {
            var found = RECORD.matcher(source.getValue()).results().toList();
            assertThat(found)
                    .as("records that this test can read in %s", source.getKey())
                    .hasSize(source.getValue().split("audit\\.record\\(", -1).length - 1);
            found.forEach(one -> kinds.add(one.group(1)));
        }

        assertThat(kinds).contains("remark", "setting");
        assertThat(wordless("audit.kind.", kinds)).isEmpty();
    }

    private List<String> wordless(String group, TreeSet<String> names) {
        return names.stream()
                .filter(name -> messages.find(Language.POLISH, group + name).isEmpty()
                        || messages.find(Language.ENGLISH, group + name).isEmpty())
                .toList();
    }

    /** Files that write to the log, with what stands in them. */
    private static Map<Path, String> recording() throws IOException {
        var sources = new TreeMap<Path, String>();
        try (var files = Files.walk(CODE)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("audit.record(")) {
                    sources.put(file, source);
                }
            }
        }
        return sources;
    }
}
