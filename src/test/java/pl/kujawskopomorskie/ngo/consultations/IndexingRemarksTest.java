package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IndexingRemarksTest {

    @Test
    @Timeout(60)
    void each_remark_is_looked_for_once_even_one_that_gets_no_words() {
        var words = new Rows(1_000);

        new IndexingRemarks(words).run();

        assertThat(words.saved).hasSize(999).doesNotContain(7L);
        assertThat(words.read).isEqualTo(1_000);
    }

    /** Remarks in memory, of which the seventh is discarded while it is read. */
    private static final class Rows implements RemarkWords {

        private final int many;
        private final List<Long> saved = new ArrayList<>();
        private int read;

        Rows(int many) {
            this.many = many;
        }

        @Override
        public List<Row> saveAll(Iterable<Row> rows) {
            rows.forEach(row -> saved.add(row.remarkId()));
            return StreamSupport.stream(rows.spliterator(), false).toList();
        }

        @Override
        public void take(Collection<Long> remarkIds) {
            saved.removeAll(remarkIds);
        }

        @Override
        public List<Said> said(Collection<Long> remarkIds) {
            return remarkIds.stream()
                    .filter(id -> id != 7)
                    .map(id -> new Said(id, 1, "Jan", "", "Za krótko.", null, 0, 0, 0, 0))
                    .toList();
        }

        @Override
        public List<Long> missing(long after, int limit) {
            var missing = LongStream.rangeClosed(after + 1, many)
                    .filter(id -> !saved.contains(id))
                    .limit(limit)
                    .boxed()
                    .toList();
            read += missing.size();
            return missing;
        }
    }
}
