package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** What a PDF says of itself, put in after the layout: nothing of it comes from the clock or from chance. */
final class PdfMetadata {

    static final String PRODUCER = "Pozarządówka";

    private PdfMetadata() {}

    static void finish(PDDocument pdf, String title, PdfFacts facts) throws IOException {
        var moment = calendar(facts);
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(moment);
        information.setModificationDate(moment);
        pdf.setDocumentInformation(information);

        var metadata = new PDMetadata(pdf);
        metadata.importXMPMetadata(packet(title, facts).getBytes(StandardCharsets.UTF_8));
        metadata.getCOSObject().setItem(COSName.TYPE, COSName.METADATA);
        metadata.getCOSObject().setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        pdf.getDocumentCatalog().setMetadata(metadata);
        pdf.getDocumentCatalog().setLanguage(facts.language().tag());
        describeLinks(pdf);

        var identity = new CRC32();
        identity.update((facts.identity() + "\n" + title).getBytes(StandardCharsets.UTF_8));
        pdf.getDocument().getTrailer().removeItem(COSName.ID);
        pdf.setDocumentId(identity.getValue());
    }

    // PDF/UA-1, 7.18.5: a link says in words where it leads.
    private static void describeLinks(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && (link.getContents() == null || link.getContents().isBlank())) {
                    link.setContents(
                            link.getAction() instanceof PDActionURI uri && uri.getURI() != null ? uri.getURI() : "↪");
                }
            }
        }
    }

    private static Calendar calendar(PdfFacts facts) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(OfficeTime.ZONE), Locale.ROOT);
        calendar.setTime(Date.from(facts.madeAt()));
        return calendar;
    }

    private static String packet(String title, PdfFacts facts) {
        var moment = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
                .format(facts.madeAt().atZone(OfficeTime.ZONE));
        return """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <dc:identifier>%s</dc:identifier>
            <pdf:Producer>%s</pdf:Producer>
            <xmp:CreateDate>%s</xmp:CreateDate>
            <xmp:ModifyDate>%s</xmp:ModifyDate>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """.formatted(
                        escaped(title), facts.language().tag(), escaped(facts.identity()), PRODUCER, moment, moment);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
