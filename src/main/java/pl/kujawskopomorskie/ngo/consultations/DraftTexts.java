package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.Aside;
import pl.kujawskopomorskie.ngo.consultations.act.Doubt;

/** The whole text of a version: units, what was set aside, what looks doubtful. */
@JdbcRepository(dialect = Dialect.MYSQL)
public abstract class DraftTexts implements GenericRepository<DraftUnit, Long> {

    private final DraftUnits units;

    DraftTexts(DraftUnits units) {
        this.units = units;
    }

    /** Keeps the text of a version, instead of what was kept of it before. */
    public void replace(long versionId, ActText text) {
        forget(versionId);
        var rows = new ArrayList<DraftUnit>();
        for (var unit : text.units()) {
            rows.add(DraftUnit.of(versionId, rows.size(), unit));
        }
        units.saveAll(rows);
        var position = 0;
        for (var aside : text.asides()) {
            addAside(
                    versionId,
                    position++,
                    aside.kind().name(),
                    aside.number(),
                    aside.text(),
                    aside.after(),
                    aside.offset());
        }
        position = 0;
        for (var doubt : text.doubts()) {
            addDoubt(versionId, position++, doubt.kind().name(), doubt.unit(), cut(doubt.detail()));
        }
    }

    /** Deletes the text of a version. */
    void forget(long versionId) {
        deleteAsides(versionId);
        deleteDoubts(versionId);
        units.deleteByVersionId(versionId);
    }

    /** The text of a version as it is kept. */
    public ActText find(DraftVersion version) {
        return new ActText(
                version.title(),
                units.findByVersionIdOrderByPosition(version.key()).stream()
                        .map(DraftUnit::provision)
                        .toList(),
                asides(version.key()).stream()
                        .map(row -> new Aside(
                                Aside.Kind.valueOf(row.kind()),
                                row.number(),
                                row.text(),
                                row.afterAddress(),
                                row.atCharacter()))
                        .toList(),
                doubts(version.key()).stream()
                        .map(row -> new Doubt(Doubt.Kind.valueOf(row.kind()), row.unitAddress(), row.detail()))
                        .toList());
    }

    /** The footnotes of a version, in order. */
    @Query("SELECT number, text, after_address FROM draft_aside"
            + " WHERE version_id = :versionId AND kind = 'FOOTNOTE' ORDER BY position")
    public abstract List<Footnote> footnotes(long versionId);

    @Query(
            "SELECT kind, number, text, after_address, at_character FROM draft_aside WHERE version_id = :versionId ORDER BY position")
    abstract List<AsideRow> asides(long versionId);

    @Query("SELECT kind, unit_address, detail FROM draft_doubt WHERE version_id = :versionId ORDER BY position")
    abstract List<DoubtRow> doubts(long versionId);

    @Query("DELETE FROM draft_aside WHERE version_id = :versionId")
    abstract void deleteAsides(long versionId);

    @Query("DELETE FROM draft_doubt WHERE version_id = :versionId")
    abstract void deleteDoubts(long versionId);

    @Query("INSERT INTO draft_aside (version_id, position, kind, number, text, after_address, at_character)"
            + " VALUES (:versionId, :position, :kind, :number, :text, :after, :at)")
    abstract void addAside(long versionId, int position, String kind, String number, String text, String after, int at);

    @Query("INSERT INTO draft_doubt (version_id, position, kind, unit_address, detail)"
            + " VALUES (:versionId, :position, :kind, :unit, :detail)")
    abstract void addDoubt(long versionId, int position, String kind, String unit, String detail);

    private static String cut(String detail) {
        return detail.length() <= 500 ? detail : detail.substring(0, 500);
    }

    /**
     * A footnote.
     *
     * @param number its mark
     * @param text of it
     * @param afterAddress of the unit that it is a note to, possibly empty
     */
    @Introspected
    public record Footnote(String number, String text, String afterAddress) {}

    /** A row of {@code draft_aside}. */
    @Introspected
    record AsideRow(String kind, String number, String text, String afterAddress, int atCharacter) {}

    /** A row of {@code draft_doubt}. */
    @Introspected
    record DoubtRow(String kind, String unitAddress, String detail) {}
}
