package pl.kujawskopomorskie.ngo.directory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The short lists of the law and of the register of territory that go with the portal. */
final class ListResource {

    private ListResource() {}

    /** The lines of a list, without its header, parted into cells. */
    static List<List<String>> lines(String file) {
        try (var in = ListResource.class.getResourceAsStream("/directory/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The list " + file + " is missing");
            }
            try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream().skip(1).map(CsvRecord::getFields).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
