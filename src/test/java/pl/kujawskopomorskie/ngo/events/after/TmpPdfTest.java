package pl.kujawskopomorskie.ngo.events.after;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.text.Language;

@PortalTest
class TmpPdfTest {
    @Test
    void write(PdfDocuments documents) throws Exception {
        try (var out = Files.newOutputStream(Path.of("/tmp/after-b/podsumowanie-forum.pdf"))) {
            documents.write(
                    "<!DOCTYPE html><html lang=\"pl\"><head><title>XXV Forum Organizacji Pozarządowych: podsumowanie</title></head><body>"
                            + "<h1>XXV Forum Organizacji Pozarządowych</h1><p class=\"lead\">Podsumowanie na jednej stronie</p>"
                            + "<h2>Kto był</h2><p>126 osób na sali i 203 przy transmisji, z 94 organizacji i 31 urzędów.</p>"
                            + "<h2>O czym mówiliśmy</h2><ul><li>Kto po nas: jak organizacje znajdują następców.</li><li>Pieniądze poza dotacją.</li><li>Młodzi w zarządach.</li><li>Konsultacje, które coś zmieniają.</li></ul>"
                            + "<h2>Co dalej</h2><p>Wnioski z paneli weszły do projektu programu współpracy. Kolejne Forum za rok.</p>"
                            + "<p class=\"quiet\">Dane i nazwy są wymyślone na potrzeby wersji pokazowej.</p></body></html>",
                    new PdfFacts("demo summary", TestClock.START, Language.POLISH),
                    out);
        }
    }
}
