package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class LocalPathTest {

    @Test
    void a_path_with_its_query_is_kept() {
        assertThat(LocalPath.of("/konsultacje/a?b=c#d").text()).isEqualTo("/konsultacje/a?b=c#d");
        assertThat(LocalPath.of(null)).isEqualTo(LocalPath.HOME);
    }

    @Property
    void whatever_is_asked_for_stays_with_the_host(
            @ForAll @Chars({'/', '\\', ':', '@', 'a', '.', '%', '2', 'f', '\t', ' '}) String asked) {
        var base = URI.create("https://portal.example/logowanie");

        var resolved = base.resolve(LocalPath.of("/" + asked).text());

        assertThat(resolved.getHost()).isEqualTo("portal.example");
        assertThat(resolved.getScheme()).isEqualTo("https");
    }
}
