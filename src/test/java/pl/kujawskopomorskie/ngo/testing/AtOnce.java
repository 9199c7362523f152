package pl.kujawskopomorskie.ngo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Many people who do something at the same moment, each in a thread of their own. */
public final class AtOnce {

    private AtOnce() {}

    /** Lets all of them go together, and returns what came of each, in their order. */
    public static <T> List<T> run(List<Callable<T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = actions.stream()
                    .map(action -> threads.submit(() -> {
                        start.await();
                        return action.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
