package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole documents in the manner of Polish offices, each with the outline that a lawyer would give it. */
class ActSamplesTest {

    private static final int FIRST_WORDS = 60;

    private final ActReader reader = new ActReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-program-zalacznik-do-uchwaly",
                "02-dziennik-urzedowy-plan",
                "03-uchwala-zmieniajaca",
                "04-cudzyslow-bez-konca",
                "05-statut-stowarzyszenia",
                "06-umowa",
                "07-artykul-prasowy",
                "08-program-rzymski",
                "09-wyciag-ze-srodka",
                "10-pdf-z-lamaniem",
                "11-regulamin-z-zalacznikami",
                "12-dokument-polityki",
                "13-uchwala-gminy-wysrodkowana",
                "14-strona-dziennika",
                "15-konkurs-ofert",
                "16-zmiana-z-pustymi-wierszami"
            })
    void a_sample_has_its_outline_and_loses_nothing(String name) {
        var source = resource(name + ".txt");
        var act = reader.read(source);

        assertThat(outline(act))
                .containsExactlyElementsOf(resource(name + ".outline").lines().toList());
        assertThat(PutBack.isSame(source, PutBack.everything(act))).isTrue();
        assertThat(reader.read(new ActPrinter().print(act)).units()).isEqualTo(act.units());
    }

    private static List<String> outline(ActText act) {
        return act.units().stream().map(ActSamplesTest::line).toList();
    }

    private static String line(ProvisionUnit unit) {
        var words = unit.text().replace("\n", " / ");
        var first = words.substring(0, Math.min(FIRST_WORDS, words.length()));
        return (unit.citation() + " | " + unit.kind() + " | " + first).strip();
    }

    private static String resource(String name) {
        try (var in = ActSamplesTest.class.getResourceAsStream("/acts/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
