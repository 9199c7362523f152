package pl.kujawskopomorskie.ngo.shared.documents;

import java.util.List;

/** Types of files that the portal takes and hands out. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    TEXT("text/plain; charset=utf-8", "txt"),
    CSV("text/csv; charset=utf-8", "csv");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type for a {@code Content-Type} header. */
    public String mediaType() {
        return mediaType;
    }

    /** Endings of names of such files, in lower case and without the dot; the usual one first. */
    public List<String> extensions() {
        return extensions;
    }
}
