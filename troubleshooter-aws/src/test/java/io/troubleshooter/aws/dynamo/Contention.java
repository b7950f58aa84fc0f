package io.troubleshooter.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many that do something at once. */
final class Contention {

    private Contention() {}

    /** What each of them got, when all are done. */
    static <T> List<T> of(int many, IntFunction<Callable<T>> each) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                running.add(threads.submit(each.apply(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
