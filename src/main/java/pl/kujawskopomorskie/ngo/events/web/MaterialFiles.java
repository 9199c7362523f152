package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.HexFormat;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.events.after.Materials;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** How a file of an event is handed out, once somebody may have it. */
final class MaterialFiles {

    private MaterialFiles() {}

    /** The file, if it was found for this person and is named as the address says. */
    static MutableHttpResponse<?> of(
            HttpRequest<?> request, Optional<Materials.Shown> found, String name, StoringFiles files) {
        var fileId = found.map(Materials.Shown::fileId).orElse(null);
        return Optional.ofNullable(fileId)
                .flatMap(files::find)
                .filter(file -> file.name().equals(name))
                .<MutableHttpResponse<?>>map(file -> Downloads.file(
                        request,
                        file.name(),
                        file.mediaType(),
                        file.sizeBytes(),
                        HexFormat.of().formatHex(file.sha256()),
                        () -> files.open(file)))
                .orElseGet(Pages::notFound);
    }
}
