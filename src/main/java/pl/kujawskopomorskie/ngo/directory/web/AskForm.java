package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Paper;

/**
 * The form by which a person asks to speak for an organisation, as the browser sends it.
 *
 * @param basis as chosen
 * @param statement as typed
 * @param paper that was chosen, or null
 */
record AskForm(String basis, String statement, @Nullable Paper paper) {

    /** A form with nothing in it yet. */
    static AskForm empty() {
        return new AskForm("", "", null);
    }

    /** The form that a request sends field by field. */
    static AskForm of(@Nullable Map<String, String> fields) {
        return fields == null
                ? empty()
                : new AskForm(fields.getOrDefault("basis", ""), fields.getOrDefault("statement", ""), null);
    }

    /** The form that a request sends part by part, with its file. */
    static AskForm of(List<CompletedPart> parts) {
        var fields = new HashMap<String, String>();
        Paper paper = null;
        for (var part : parts) {
            if (part instanceof CompletedFileUpload upload) {
                // A field for files in which none was chosen is sent as a file without a name.
                if (upload.getFilename() != null && !upload.getFilename().isEmpty()) {
                    paper = new Paper(upload.getFilename(), bytes(part));
                }
            } else {
                fields.put(part.getName(), new String(bytes(part), StandardCharsets.UTF_8));
            }
        }
        return new AskForm(fields.getOrDefault("basis", ""), fields.getOrDefault("statement", ""), paper);
    }

    private static byte[] bytes(CompletedPart part) {
        try {
            return part.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
