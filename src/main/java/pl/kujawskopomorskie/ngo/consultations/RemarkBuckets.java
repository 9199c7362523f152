package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;

/** Rows of where remarks look for those like them; those of one remark are written with one statement. */
@Singleton
class RemarkBuckets {

    private final JdbcOperations jdbc;

    RemarkBuckets(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a remark into its buckets. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(long consultationId, long remarkId, Collection<Long> buckets) {
        if (buckets.isEmpty()) {
            return;
        }
        var rows = String.join(", ", Collections.nCopies(buckets.size(), "(?, ?, ?)"));
        jdbc.prepareStatement(
                "INSERT INTO remark_bucket (consultation_id, bucket, remark_id) VALUES " + rows, statement -> {
                    var at = 1;
                    for (var bucket : buckets) {
                        statement.setLong(at++, consultationId);
                        statement.setLong(at++, bucket);
                        statement.setLong(at++, remarkId);
                    }
                    return statement.executeUpdate();
                });
    }
}
