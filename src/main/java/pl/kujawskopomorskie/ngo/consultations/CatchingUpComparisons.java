package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;

/**
 * Compares remarks that came while their consultation's were just being compared, or before there was a comparison; and
 * empties the buckets of consultations that need none any more.
 */
@Singleton
final class CatchingUpComparisons implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUpComparisons.class);

    private final RemarkLots lots;
    private final ComparingRemarks comparing;

    CatchingUpComparisons(RemarkLots lots, ComparingRemarks comparing) {
        this.lots = lots;
        this.comparing = comparing;
    }

    @Override
    public String name() {
        return "catch-up-comparisons";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofMinutes(15));
    }

    @Override
    public void run() {
        lots.waitingConsultations().forEach(this::compare);
        for (var consultation : lots.reportedWithBuckets()) {
            var emptied = 1;
            while (emptied > 0) {
                emptied = lots.emptySome(consultation);
            }
        }
    }

    // One that cannot be compared must not keep those behind it waiting.
    private void compare(long consultation) {
        try {
            comparing.run(Long.toString(consultation));
        } catch (RuntimeException e) {
            LOG.error("The remarks of consultation {} could not be compared", consultation, e);
        }
    }
}
