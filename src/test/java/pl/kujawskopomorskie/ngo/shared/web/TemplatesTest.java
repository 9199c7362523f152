package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no template of ours may hold, because the browser is told to refuse it or a reader would be harmed by it. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/views");

    @Test
    void no_template_writes_text_that_is_not_escaped() throws IOException {
        assertThat(occurrences("th:utext|\\[\\(\\$")).isEmpty();
    }

    @Test
    void no_template_has_script_or_style_of_its_own() throws IOException {
        assertThat(occurrences("(?i)\\s(th:)?style=|\\son[a-z]+=|<script(?![^>]*src=)|<style|javascript:"))
                .isEmpty();
    }

    @Test
    void no_template_takes_a_file_from_another_site() throws IOException {
        assertThat(occurrences("(?i)(src|<link[^>]*href)=\"(https?:)?//")).isEmpty();
    }

    // Search engines read linked data from a block that no browser runs; its maker escapes what could end the block.
    private static final String LINKED_DATA =
            "<script type=\"application/ld+json\" th:if=\"${page.linkedData != null}\" th:utext=\"${page.linkedData}\"></script>";

    private static TreeMap<String, String> occurrences(String expression) throws IOException {
        var pattern = Pattern.compile(expression);
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var matcher = pattern.matcher(Files.readString(file).replace(LINKED_DATA, ""));
                while (matcher.find()) {
                    found.put(file.toString(), matcher.group());
                }
            }
        }
        return found;
    }
}
