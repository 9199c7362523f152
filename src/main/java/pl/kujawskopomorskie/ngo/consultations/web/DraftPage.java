package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationHeading;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;

/**
 * The text of a draft. It is long, the same for everybody, and read by all who come, so its words are read from the
 * database and set only when something of it has changed.
 *
 * @param heading of its consultation
 * @param version that is shown
 * @param published all versions that everybody may read, the first first
 * @param counted what the numbers of remarks follow from
 * @param reading reads the words
 */
record DraftPage(
        ConsultationHeading heading,
        DraftVersion version,
        List<DraftVersion> published,
        RemarkCounts.State counted,
        Supplier<DraftText> reading) {

    static DraftPage from(
            ConsultationHeading heading,
            DraftVersion version,
            List<DraftVersion> versions,
            RemarkCounts.State counted,
            Supplier<DraftText> reading) {
        return new DraftPage(
                heading,
                version,
                versions.stream().filter(each -> each.publishedAt() != null).toList(),
                counted,
                reading);
    }

    /** Whether this version can be remarked on now. */
    public boolean open() {
        return heading.state() == ConsultationState.OPEN && version.publishedAt() != null && newest();
    }

    /** Whether no newer version is public. */
    public boolean newest() {
        return published.isEmpty() || published.getLast().number() <= version.number();
    }

    /** Number of the newest public version. */
    public int newestNumber() {
        return published.isEmpty() ? version.number() : published.getLast().number();
    }

    /** The words; each call reads them. */
    public DraftText text() {
        return reading.get();
    }

    /** What the words as they are set depend on; null before publishing, when they may still be mended. */
    public @Nullable Key key() {
        return version.publishedAt() == null
                ? null
                : new Key(heading.slug(), version.key(), version.number(), open(), counted);
    }

    /**
     * Two of these that are equal mean equal words: a published text never changes.
     *
     * @param slug of the consultation, in links
     * @param versionId of the text
     * @param version its number, in links
     * @param open whether there are buttons for remarks
     * @param counted what the numbers of remarks follow from
     */
    record Key(String slug, long versionId, int version, boolean open, RemarkCounts.State counted) {}
}
