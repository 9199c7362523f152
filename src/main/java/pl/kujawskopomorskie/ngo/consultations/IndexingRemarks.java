package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.text.PolishSearch;

/**
 * Keeps what the searches look in true to what remarks and answers say: made anew in the transaction that changes a remark,
 * its answer or what is hidden of it. Rows that came another way, before there was a search, are caught up with by a job.
 */
@Singleton
public class IndexingRemarks implements RecurringJob {

    private static final int BATCH = 200;

    private final RemarkWords words;

    IndexingRemarks(RemarkWords words) {
        this.words = words;
    }

    /** Makes the words of some remarks anew. */
    @Transactional
    public void index(Collection<Long> remarkIds) {
        if (remarkIds.isEmpty()) {
            return;
        }
        words.take(remarkIds);
        words.saveAll(
                words.said(remarkIds).stream().map(IndexingRemarks::wordsOf).toList());
    }

    @Override
    public String name() {
        return "index-remarks";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofHours(6));
    }

    @Override
    public void run() {
        for (var missing = words.missing(0, BATCH);
                !missing.isEmpty();
                missing = words.missing(missing.getLast(), BATCH)) {
            index(missing);
        }
    }

    // What is hidden from readers is hidden from their search too, or the search would give it away.
    private static RemarkWords.Row wordsOf(RemarkWords.Said said) {
        var answer = said.answer() == null ? "" : said.answer();
        return new RemarkWords.Row(
                said.id(),
                PolishSearch.indexWithin(
                        said.consultationId(),
                        said.proposedHidden() > 0 ? "" : said.proposedWording(),
                        said.rationaleHidden() > 0 ? "" : said.rationale(),
                        said.approved() > 0 && said.answerHidden() == 0 ? answer : ""),
                PolishSearch.indexWithin(
                        said.consultationId(), said.authorName(), said.proposedWording(), said.rationale(), answer));
    }

    static List<Long> keys(Collection<Remark> remarks) {
        return remarks.stream().map(Remark::key).toList();
    }
}
