package pl.kujawskopomorskie.ngo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pl.kujawskopomorskie.ngo.consultations.act.ActReader;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource;
import pl.kujawskopomorskie.ngo.consultations.act.source.SourceReader;

/** {@code read-act}: reads a draft and prints its units. Needs no database and no settings. */
@Command(
        name = "read-act",
        description = "Read the text of an act from a file (.txt, .docx, .odt, .pdf with text) and print its units.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:read",
            "1:the file cannot be read; standard error says why",
            "2:the command was not understood"
        })
final class ReadActCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the document")
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "json or text (the default): ${COMPLETION-CANDIDATES}")
    private Format format = Format.text;

    /** How the act is printed, as the command line spells it. */
    @SuppressWarnings("java:S115")
    enum Format {
        json,
        text
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedStart("There is no file " + file + ".");
        }
        var act = switch (new SourceReader().read(file)) {
            case ReadSource.Read read -> new ActReader().read(read.text());
            case ReadSource.Refused refused -> throw new RefusedStart(file + ": " + sentence(refused.reason()));
        };
        switch (format) {
            case json -> printJson(act, System.out);
            case text -> printText(act, System.out);
        }
        return 0;
    }

    private static void printJson(ActText act, OutputStream out) throws IOException {
        try (var json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("title", act.title());
            json.writeArrayFieldStart("units");
            for (var unit : act.units()) {
                json.writeStartObject();
                json.writeStringField("id", unit.id());
                json.writeStringField("kind", unit.kind().name());
                json.writeStringField("label", unit.label());
                json.writeStringField("citation", unit.citation());
                json.writeStringField("parent", unit.parent());
                json.writeStringField("text", unit.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("aside");
            for (var aside : act.asides()) {
                json.writeStartObject();
                json.writeStringField("kind", aside.kind().name());
                json.writeStringField("number", aside.number());
                json.writeStringField("text", aside.text());
                json.writeStringField("after", aside.after());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void printText(ActText act, OutputStream target) {
        var out = new PrintWriter(target, false, StandardCharsets.UTF_8);
        Map<String, Integer> depths = new HashMap<>();
        for (var unit : act.units()) {
            var depth = unit.parent().isEmpty() ? 0 : depths.getOrDefault(unit.parent(), 0) + 1;
            depths.put(unit.id(), depth);
            var words = unit.label().isEmpty() ? unit.text() : unit.label() + " " + unit.text();
            out.println("  ".repeat(depth) + words.strip().replace("\n", "\n" + "  ".repeat(depth + 1)));
        }
        out.flush();
    }

    private static String sentence(ReadSource.Reason reason) {
        return switch (reason) {
            case EMPTY -> "The file holds no text.";
            case TOO_LARGE -> "The file is too large, or holds too much text.";
            case UNKNOWN_TYPE -> "The file is neither text nor DOCX, ODT or PDF.";
            case WRONG_TYPE -> "The content is not what the file's name says; give it its right ending.";
            case BROKEN -> "The file is damaged; save it again in the program that made it.";
            case ENCRYPTED -> "The file asks for a password; save it without one.";
            case SCANNED_WITHOUT_TEXT ->
                "The PDF holds pictures of pages and no text; run it through text recognition.";
            case ZIP_BOMB -> "The file unpacks to more than a document could honestly hold.";
            case MACROS -> "The document carries macros; save it as DOCX without them.";
            case OLD_WORD_FORMAT -> "The file is an old DOC or RTF; save it as DOCX.";
        };
    }
}
