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
import java.util.stream.Stream;
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

    /** Stands for the last number when nothing is left to compare. */
    private static final int ALL = -1;

    /**
     * So many stand in one bucket at most. More would share a few words and little else, for what is alike is one lot, of which
     * the first alone has a place; and who is like one of the rest meets them in other buckets.
     */
    private static final int MOST_IN_BUCKET = 20;

    /** A remark is compared with so many others at most: those of the very same words, then who shares most buckets. */
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
            for (var after = 0; after != ALL; ) {
                after = compareSome(consultationId, after);
            }
        } catch (DataAccessException e) {
            // Another node compares the same remarks, and is ahead.
            if (!Violations.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /** Compares the next few behind a number; the last of theirs, or {@link #ALL}. */
    @Transactional
    protected int compareSome(long consultationId, int after) {
        var batch = lots.uncompared(consultationId, after, BATCH);
        if (batch.isEmpty()) {
            return ALL;
        }
        var prints = batch.stream().collect(Collectors.toMap(RemarkLots.Words::id, RemarkLots.Words::print));
        var places = places(consultationId, prints.values());
        var firsts = firsts(prints, places);
        var rows = new ArrayList<RemarkLots.Row>();
        var fresh = new LinkedHashMap<Long, List<Long>>();
        for (var remark : batch) {
            var print = found(prints, remark.id());
            var first = candidates(print, places).stream()
                    .filter(candidate -> print.isLike(found(firsts, candidate)))
                    .findFirst()
                    .orElse(remark.id());
            rows.add(new RemarkLots.Row(remark.id(), consultationId, first));
            if (first == remark.id()) {
                firsts.put(first, print);
                fresh.put(first, place(first, print, places));
            }
        }
        lots.saveAll(rows);
        fresh.forEach((remark, own) -> buckets.put(consultationId, remark, own));
        return batch.size() < BATCH ? ALL : batch.getLast().number();
    }

    /** Puts the first of a lot into its buckets, but into none that is full, except that of its very words; into which. */
    private static List<Long> place(long first, Print print, Map<Long, Set<Long>> places) {
        var own = new ArrayList<Long>();
        for (var bucket : print.buckets()) {
            var standing = places.computeIfAbsent(bucket, key -> new LinkedHashSet<>());
            if (standing.size() < MOST_IN_BUCKET || print.isOfSameWords(bucket)) {
                standing.add(first);
                own.add(bucket);
            }
        }
        return own;
    }

    private Map<Long, Set<Long>> places(long consultationId, Iterable<Print> prints) {
        var asked = new LinkedHashSet<Long>();
        prints.forEach(print -> asked.addAll(print.buckets()));
        var places = new HashMap<Long, Set<Long>>();
        if (!asked.isEmpty()) {
            for (var place : lots.standing(consultationId, asked, MOST_IN_BUCKET)) {
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
        var same = print.buckets().stream()
                .filter(print::isOfSameWords)
                .flatMap(bucket -> places.getOrDefault(bucket, Set.of()).stream());
        var near = shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return Stream.concat(same, near).distinct().limit(MOST_COMPARED).toList();
    }

    private static Print found(Map<Long, Print> prints, long id) {
        var print = prints.get(id);
        return print == null ? new Print(Set.of(), Set.of()) : print;
    }
}
