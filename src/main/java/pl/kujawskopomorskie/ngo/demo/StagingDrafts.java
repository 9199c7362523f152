package pl.kujawskopomorskie.ngo.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.DraftAlignments;
import pl.kujawskopomorskie.ngo.consultations.DraftTexts;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.act.ActReader;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource;
import pl.kujawskopomorskie.ngo.consultations.act.source.SourceReader;

/** Reads the versions of a draft as a clerk's upload is read, and saves them. */
@Singleton
class StagingDrafts {

    private final DraftVersions versions;
    private final DraftTexts texts;
    private final DraftUnits units;
    private final DraftAlignments alignments;
    private final SourceReader sources = new SourceReader();
    private final ActReader acts = new ActReader();

    StagingDrafts(DraftVersions versions, DraftTexts texts, DraftUnits units, DraftAlignments alignments) {
        this.versions = versions;
        this.texts = texts;
        this.units = units;
        this.alignments = alignments;
    }

    /**
     * The saved versions, the first first.
     *
     * @param madeAt when what is still prepared was begun
     */
    List<StagedVersion> stage(long consultation, List<Story.Version> told, Instant madeAt, long clerk) {
        var staged = new ArrayList<StagedVersion>();
        for (var version : told) {
            var saved = stage(consultation, staged.size() + 1, version, read(version.text()), madeAt, clerk);
            if (!staged.isEmpty()) {
                alignments.align(staged.getLast().row(), saved.row(), List.of());
            }
            staged.add(saved);
        }
        return staged;
    }

    private StagedVersion stage(
            long consultation, int number, Story.Version told, ActText act, Instant madeAt, long clerk) {
        var publishedAt = told.publishedAt();
        var row = versions.save(new DraftVersion(
                null,
                consultation,
                number,
                act.title(),
                told.note(),
                null,
                publishedAt,
                publishedAt == null ? madeAt : publishedAt,
                clerk,
                false,
                0));
        texts.replace(row.key(), act);
        return StagedVersion.of(row, units.findByVersionIdOrderByPosition(row.key()));
    }

    private ActText read(String text) {
        return switch (sources.readText(text)) {
            case ReadSource.Read read -> acts.read(read.text());
            case ReadSource.Refused refused ->
                throw new IllegalStateException("A draft of the demo cannot be read: " + refused.reason());
        };
    }
}
