package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.PublicOrganisation;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;

/**
 * What files of the directory there are, and what stands in their columns.
 *
 * @param files to download
 * @param columns of the table
 * @param spheres whose points stand in a column
 */
record OpenDirectoryPage(List<File> files, List<Column> columns, List<PublicTaskSphere> spheres) {

    static OpenDirectoryPage from(List<TableColumn<PublicOrganisation>> columns) {
        return new OpenDirectoryPage(
                List.of(
                        new File("/organizacje.csv", "CSV", "directory.open.csv"),
                        new File("/organizacje.xlsx", "XLSX", "directory.open.xlsx"),
                        new File("/organizacje.json", "JSON", "directory.open.json"),
                        new File("/organizacje-hsds.zip", "HSDS 3.0", "directory.open.hsds"),
                        new File("/organizacje-360giving.csv", "360Giving", "directory.open.giving")),
                columns.stream()
                        .map(column -> new Column(column.name(), column.explanation()))
                        .toList(),
                PublicTaskSphere.all());
    }

    /**
     * A file.
     *
     * @param link where it is
     * @param format as it is known
     * @param key of what it is good for
     */
    record File(String link, String format, String key) {}

    /**
     * A column.
     *
     * @param name its heading
     * @param means what stands in it
     */
    record Column(String name, String means) {}
}
