package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Files of every kind that a draft may come in, built in memory for tests. */
public final class SourceFiles {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private SourceFiles() {}

    /** An empty DOCX to be filled. */
    public static Word word() {
        return new Word();
    }

    /** An empty ODT to be filled. */
    public static OpenText openText() {
        return new OpenText();
    }

    /** An empty PDF to be filled. */
    public static Pdf pdf() {
        return new Pdf();
    }

    /** A ZIP of these parts, in this order. */
    public static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Characters that XML reserves, escaped. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Builds a DOCX; what it has no method for goes in as WordprocessingML. */
    public static final class Word {

        private final StringBuilder body = new StringBuilder();
        private final StringBuilder numbering = new StringBuilder();
        private final StringBuilder styles = new StringBuilder();
        private final StringBuilder footnotes = new StringBuilder();
        private final StringBuilder section = new StringBuilder();
        private final StringBuilder relationships = new StringBuilder();
        private final Map<String, byte[]> parts = new LinkedHashMap<>();
        private String mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        private int running;

        /** A paragraph of plain text. */
        public Word paragraph(String text) {
            return block("<w:p>" + run(text) + "</w:p>");
        }

        /** A paragraph in a style. */
        public Word styled(String style, String text) {
            return block("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>");
        }

        /** A paragraph of an automatic list. */
        public Word numbered(int list, int level, String text) {
            return block("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                    + "\"/></w:numPr></w:pPr>" + run(text) + "</w:p>");
        }

        /** A paragraph with this inner WordprocessingML. */
        public Word inline(String xml) {
            return block("<w:p>" + xml + "</w:p>");
        }

        /** Any block of WordprocessingML. */
        public Word block(String xml) {
            body.append(xml);
            return this;
        }

        /** A table of plain cells. */
        public Word table(List<List<String>> rows) {
            var table = new StringBuilder("<w:tbl><w:tblGrid>");
            table.append("<w:gridCol/>".repeat(rows.getFirst().size())).append("</w:tblGrid>");
            for (var row : rows) {
                table.append("<w:tr>");
                row.forEach(
                        cell -> table.append("<w:tc><w:p>").append(run(cell)).append("</w:p></w:tc>"));
                table.append("</w:tr>");
            }
            return block(table.append("</w:tbl>").toString());
        }

        /**
         * A list definition and one list of it with the same number.
         *
         * @param levels each level as "format|text", such as {@code decimal|§ %1.}
         */
        public Word list(int number, String... levels) {
            var definition = new StringBuilder();
            for (int i = 0; i < levels.length; i++) {
                int bar = levels[i].indexOf('|');
                definition
                        .append("<w:lvl w:ilvl=\"")
                        .append(i)
                        .append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"")
                        .append(levels[i], 0, bar)
                        .append("\"/><w:lvlText w:val=\"")
                        .append(escaped(levels[i].substring(bar + 1)))
                        .append("\"/></w:lvl>");
            }
            return numbering("<w:abstractNum w:abstractNumId=\"" + number + "\">" + definition + "</w:abstractNum>")
                    .numbering("<w:num w:numId=\"" + number + "\"><w:abstractNumId w:val=\"" + number + "\"/></w:num>");
        }

        /** Any content of the numbering part. */
        public Word numbering(String xml) {
            numbering.append(xml);
            return this;
        }

        /** Any content of the styles part. */
        public Word styles(String xml) {
            styles.append(xml);
            return this;
        }

        /** A footnote, to be referred to by its id. */
        public Word footnote(int id, String text) {
            footnotes.append("<w:footnote w:id=\"" + id
                    + "\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:footnoteRef/></w:r>"
                    + run(" " + text) + "</w:p></w:footnote>");
            return this;
        }

        /** A running header with this inner WordprocessingML of its paragraph. */
        public Word header(String inline) {
            return running("header", "<w:hdr xmlns:w=\"" + WORD + "\"><w:p>" + inline + "</w:p></w:hdr>");
        }

        /** A running footer with this inner WordprocessingML of its paragraph. */
        public Word footer(String inline) {
            return running("footer", "<w:ftr xmlns:w=\"" + WORD + "\"><w:p>" + inline + "</w:p></w:ftr>");
        }

        private Word running(String kind, String xml) {
            running++;
            String id = "rRun" + running;
            relationship(id, kind, kind + running + ".xml");
            section.append("<w:" + kind + "Reference w:type=\"default\" r:id=\"" + id + "\"/>");
            return part("word/" + kind + running + ".xml", xml);
        }

        /** Any other part. */
        public Word part(String name, String content) {
            parts.put(name, content.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** Any other part of bytes. */
        public Word part(String name, byte[] content) {
            parts.put(name, content);
            return this;
        }

        /** Declares the document to be one with macros. */
        public Word withMacros() {
            mainType = "application/vnd.ms-word.document.macroEnabled.main+xml";
            return part("word/vbaProject.bin", new byte[] {1, 2, 3});
        }

        private void relationship(String id, String type, String target) {
            relationships.append("<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + "/" + type + "\" Target=\""
                    + target + "\"/>");
        }

        /** A run of plain text. */
        public static String run(String text) {
            return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
        }

        /** The file. */
        public byte[] bytes() {
            relationship("rStyles", "styles", "styles.xml");
            relationship("rNumbering", "numbering", "numbering.xml");
            relationship("rNotes", "footnotes", "footnotes.xml");
            var all = new LinkedHashMap<String, byte[]>();
            put(
                    all,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + mainType + "\"/></Types>");
            put(
                    all,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                            + RELATIONSHIPS + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            put(
                    all,
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + relationships + "</Relationships>");
            put(all, "word/styles.xml", "<w:styles xmlns:w=\"" + WORD + "\">" + styles + "</w:styles>");
            put(all, "word/numbering.xml", "<w:numbering xmlns:w=\"" + WORD + "\">" + numbering + "</w:numbering>");
            put(all, "word/footnotes.xml", "<w:footnotes xmlns:w=\"" + WORD + "\">" + footnotes + "</w:footnotes>");
            put(
                    all,
                    "word/document.xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"" + WORD
                            + "\" xmlns:r=\"" + RELATIONSHIPS
                            + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                            + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
                            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><w:body>"
                            + body + "<w:sectPr>" + section + "</w:sectPr></w:body></w:document>");
            all.putAll(parts);
            return zip(all);
        }
    }

    /** Builds an ODT; what it has no method for goes in as OpenDocument XML. */
    public static final class OpenText {

        private final StringBuilder body = new StringBuilder();
        private final StringBuilder automatic = new StringBuilder();
        private final StringBuilder common = new StringBuilder();
        private final StringBuilder masters = new StringBuilder();
        private final Map<String, byte[]> parts = new LinkedHashMap<>();
        private String manifest = "";

        /** A paragraph of plain text. */
        public OpenText paragraph(String text) {
            return block("<text:p>" + escaped(text) + "</text:p>");
        }

        /** Any block of OpenDocument text. */
        public OpenText block(String xml) {
            body.append(xml);
            return this;
        }

        /** Automatic styles of the content. */
        public OpenText automatic(String xml) {
            automatic.append(xml);
            return this;
        }

        /** Common styles. */
        public OpenText common(String xml) {
            common.append(xml);
            return this;
        }

        /** Content of the only master page. */
        public OpenText master(String xml) {
            masters.append(xml);
            return this;
        }

        /** Entries of the manifest. */
        public OpenText manifest(String xml) {
            manifest = xml;
            return this;
        }

        /** Any other part. */
        public OpenText part(String name, String content) {
            parts.put(name, content.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** The file. */
        public byte[] bytes() {
            String namespaces = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                    + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                    + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                    + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    + " office:version=\"1.3\"";
            var all = new LinkedHashMap<String, byte[]>();
            put(all, "mimetype", "application/vnd.oasis.opendocument.text");
            put(
                    all,
                    "content.xml",
                    "<office:document-content" + namespaces + "><office:automatic-styles>" + automatic
                            + "</office:automatic-styles><office:body><office:text>" + body
                            + "</office:text></office:body></office:document-content>");
            put(
                    all,
                    "styles.xml",
                    "<office:document-styles" + namespaces + "><office:styles>" + common
                            + "</office:styles><office:master-styles><style:master-page style:name=\"Standard\">"
                            + masters
                            + "</style:master-page></office:master-styles></office:document-styles>");
            put(
                    all,
                    "META-INF/manifest.xml",
                    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                            + manifest + "</manifest:manifest>");
            all.putAll(parts);
            return zip(all);
        }
    }

    /** Builds a PDF on A4, places in points from the upper left corner. */
    public static final class Pdf {

        private final List<List<Drawing>> pages = new ArrayList<>();
        private int rotation;

        private interface Drawing {
            void draw(PDDocument document, PDPageContentStream content, PDFont font) throws IOException;
        }

        /** Begins a page. */
        public Pdf page() {
            pages.add(new ArrayList<>());
            return this;
        }

        /** Text on a baseline. */
        public Pdf text(float x, float y, float size, String text) {
            pages.getLast()
                    .add((document, content, font) -> show(
                            content, font, size, Matrix.getTranslateInstance(x, PDRectangle.A4.getHeight() - y), text));
            return this;
        }

        /** Lines of body type, one under another. */
        public Pdf lines(float x, float y, String... lines) {
            for (int i = 0; i < lines.length; i++) {
                text(x, y + 15 * i, 12, lines[i]);
            }
            return this;
        }

        /** Big words across the page. */
        public Pdf askew(String text) {
            pages.getLast()
                    .add((document, content, font) ->
                            show(content, font, 90, Matrix.getRotateInstance(Math.toRadians(50), 150, 200), text));
            return this;
        }

        /** A picture all over the page, as a scanner makes it. */
        public Pdf picture() {
            pages.getLast().add((document, content, font) -> {
                var image = new java.awt.image.BufferedImage(80, 120, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
                content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 595, 842);
            });
            return this;
        }

        /** Raw instructions of the page's content. */
        public Pdf raw(String instructions) {
            pages.getLast().add((document, content, font) -> rawCommands(content, instructions));
            return this;
        }

        /** Pages are turned when shown. */
        public Pdf turned(int degrees) {
            rotation = degrees;
            return this;
        }

        @SuppressWarnings("deprecation")
        private static void rawCommands(PDPageContentStream content, String instructions) throws IOException {
            content.appendRawCommands(instructions);
        }

        private static void show(PDPageContentStream content, PDFont font, float size, Matrix place, String text)
                throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.setTextMatrix(place);
            content.showText(text);
            content.endText();
        }

        /** The file. */
        public byte[] bytes() {
            return bytes("", "");
        }

        /** The file behind passwords; an empty user password lets everybody read it. */
        public byte[] bytes(String ownerPassword, String userPassword) {
            try (var document = new PDDocument();
                    var ttf = PDDocument.class.getResourceAsStream(
                            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                var font = PDType0Font.load(document, ttf);
                for (var drawings : pages) {
                    var page = new PDPage(PDRectangle.A4);
                    page.setRotation(rotation);
                    document.addPage(page);
                    try (var content = new PDPageContentStream(document, page)) {
                        for (var drawing : drawings) {
                            drawing.draw(document, content, font);
                        }
                    }
                }
                if (!ownerPassword.isEmpty()) {
                    document.protect(new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission()));
                }
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
