package pl.kujawskopomorskie.ngo.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Many who do something at the same moment, each in a thread of their own. */
public final class AtOnce {

    private AtOnce() {}

    /** Starts all actions together and gives what came of each, in their order. */
    public static <T> List<T> run(List<? extends Callable<? extends T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = actions.stream()
                    .map(action -> threads.<T>submit(() -> {
                        start.await();
                        return action.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : waiting) {
                results.add(each.get());
            }
            return results;
        }
    }

    /** Starts one action so many times together and gives what came of each. */
    public static <T> List<T> run(int times, Callable<? extends T> action) throws Exception {
        return run(Collections.nCopies(times, action));
    }

    /** A repository of which one method does something else, to take a lock away or to hold everybody up after a look. */
    public static <T> T watched(Class<T> type, T real, String method, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return instead.call(arguments);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What a method does instead. */
    public interface Instead {
        @Nullable
        Object call(Object[] arguments) throws Exception;
    }
}
