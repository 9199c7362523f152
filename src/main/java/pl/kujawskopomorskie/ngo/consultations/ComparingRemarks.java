package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.consultations.LikeRemarks.Print;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;

/**
 * Finds, when remarks have come in, which of those before they are like. In batches of a few dozen, so that it needs the same
 * memory for a hundred remarks as for a hundred thousand.
 */
@Singleton
class ComparingRemarks implements Job {

    static final String NAME = "compare-remarks";

    private static final int BATCH = 40;

    /** Most places looked at for a batch. Were there more, the remarks in them would be a form letter already known. */
    private static final int MOST_PLACES = 4000;

    /** A remark is compared with so many others at most, those first with which it shares most buckets. */
    private static final int MOST_COMPARED = 5;

    private final RemarkLots lots;
    private final ConsultationReports reports;
    private final RemarkBuckets buckets;

    ComparingRemarks(RemarkLots lots, ConsultationReports reports, RemarkBuckets buckets) {
        this.lots = lots;
        this.reports = reports;
        this.buckets = buckets;
    }

    /** The piece of work of one consultation; asked for again while it waits, it is still one. */
    static void ask(JobQueue jobs, Consultation consultation) {
        jobs.add(NAME, Long.toString(consultation.key()), Long.toString(consultation.key()));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Compares what is not compared yet of the consultation of that key. */
    @Override
    public void run(String data) {
        var consultationId = Long.parseLong(data);
        if (reports.publishedAt(consultationId).isPresent()) {
            return;
        }
        try {
            // Each batch is a transaction of its own, and what it found stays.
            for (var compared = BATCH; compared == BATCH; ) {
                compared = compareSome(consultationId);
            }
        } catch (DataAccessException e) {
            // Another node compares the same remarks, and is ahead.
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /** Compares the next few; how many. */
    @Transactional
    protected int compareSome(long consultationId) {
        var batch = lots.uncompared(consultationId, BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        var prints = batch.stream().collect(Collectors.toMap(RemarkLots.Words::id, RemarkLots.Words::print));
        var places = places(consultationId, prints.values());
        var firsts = firsts(prints, places);
        var rows = new ArrayList<RemarkLots.Row>();
        var fresh = new LinkedHashMap<Long, Set<Long>>();
        for (var remark : batch) {
            var print = found(prints, remark.id());
            var first = candidates(print, places).stream()
                    .filter(candidate -> print.isLike(found(firsts, candidate)))
                    .findFirst()
                    .orElse(remark.id());
            rows.add(new RemarkLots.Row(remark.id(), consultationId, first));
            if (first == remark.id()) {
                firsts.put(first, print);
                print.buckets()
                        .forEach(bucket -> places.computeIfAbsent(bucket, key -> new LinkedHashSet<>())
                                .add(first));
                fresh.put(first, print.buckets());
            }
        }
        lots.saveAll(rows);
        fresh.forEach((remark, print) -> buckets.put(consultationId, remark, print));
        return batch.size();
    }

    private Map<Long, Set<Long>> places(long consultationId, Iterable<Print> prints) {
        var asked = new LinkedHashSet<Long>();
        prints.forEach(print -> asked.addAll(print.buckets()));
        var places = new HashMap<Long, Set<Long>>();
        if (!asked.isEmpty()) {
            for (var place : lots.standing(consultationId, asked, MOST_PLACES)) {
                places.computeIfAbsent(place.bucket(), key -> new LinkedHashSet<>())
                        .add(place.remarkId());
            }
        }
        return places;
    }

    /** The prints of those with which the batch is compared. */
    private Map<Long, Print> firsts(Map<Long, Print> prints, Map<Long, Set<Long>> places) {
        var asked = new LinkedHashSet<Long>();
        prints.values().forEach(print -> asked.addAll(candidates(print, places)));
        return asked.isEmpty()
                ? new HashMap<>()
                : lots.words(asked).stream()
                        .collect(Collectors.toMap(
                                RemarkLots.Words::id, RemarkLots.Words::print, (one, other) -> one, HashMap::new));
    }

    private static List<Long> candidates(Print print, Map<Long, Set<Long>> places) {
        Map<Long, Long> shared = print.buckets().stream()
                .flatMap(bucket -> places.getOrDefault(bucket, Set.of()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Print found(Map<Long, Print> prints, long id) {
        var print = prints.get(id);
        return print == null ? new Print(Set.of(), Set.of()) : print;
    }
}
