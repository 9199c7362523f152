package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.consultations.act.ActReader;
import pl.kujawskopomorskie.ngo.consultations.act.ProvisionUnit;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine.Role;

/** The same documents as LibreOffice saved them in each format: what it prints into the PDF, the others must compute. */
class OfficeSuiteFilesTest {

    private static byte[] file(String name) throws IOException {
        try (var in = OfficeSuiteFilesTest.class.getResourceAsStream("/sources/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static List<SourceLine> lines(String name) throws IOException {
        return Reading.lines(file(name), name);
    }

    /** All that is printed in the text itself, numbers too, without white space. */
    private static String printed(String name) throws IOException {
        return lines(name).stream()
                .filter(line ->
                        line.role() == Role.BODY || line.role() == Role.HEADING || line.role() == Role.TABLE_ROW)
                .map(line -> line.number() + line.text())
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }

    private static List<String> notes(String name) throws IOException {
        return lines(name).stream()
                .filter(line -> line.role() == Role.FOOTNOTE && !line.number().isEmpty())
                .map(SourceLine::number)
                .toList();
    }

    @Test
    void a_resolution_reads_alike_from_docx_and_odt() throws IOException {
        assertThat(lines("uchwala.odt")).isEqualTo(lines("uchwala.docx"));
    }

    @Test
    void computed_numbers_are_those_that_the_pdf_prints() throws IOException {
        String pdf = printed("uchwala.pdf");
        String docx = printed("uchwala.docx");
        String wrappedCell = "Wzmocnienieorganizacjiwma";

        assertThat(docx.substring(0, docx.indexOf(wrappedCell))).isEqualTo(pdf.substring(0, pdf.indexOf(wrappedCell)));
        assertThat(docx.substring(docx.indexOf("§4."))).isEqualTo(pdf.substring(pdf.indexOf("§4.")));
        assertThat(notes("uchwala.docx")).isEqualTo(notes("uchwala.pdf")).containsExactly("1", "2");
    }

    @Test
    void lists_that_go_on_after_a_break_go_on_as_the_pdf_prints_them() throws IOException {
        String until = "Obok";
        String pdf = printed("regulamin.pdf").replace("Tekstwramce", "");

        assertThat(printed("regulamin.odt")).startsWith(pdf.substring(0, pdf.indexOf(until)));
        assertThat(printed("regulamin.docx")).isEqualTo(printed("regulamin.odt"));
        assertThat(notes("regulamin.odt")).isEqualTo(notes("regulamin.pdf")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uchwala.docx", "uchwala.odt", "uchwala.pdf"})
    void the_units_of_the_resolution_are_found_in_every_format(String name) throws IOException {
        var act = new ActReader().read(Reading.text(file(name), name));

        assertThat(act.units())
                .extracting(ProvisionUnit::citation)
                .contains(
                        "§ 1 pkt 2 lit. b tiret drugie",
                        "§ 1 pkt 3",
                        "§ 2 ust. 2",
                        "§ 9 pkt 2",
                        "§ 11",
                        "uzasadnienie, akapit 1");
        assertThat(act.units())
                .filteredOn(unit -> unit.citation().equals("§ 1 pkt 2 lit. b"))
                .extracting(ProvisionUnit::text)
                .containsExactly("partnerstwo, a w szczególności:");
    }
}
