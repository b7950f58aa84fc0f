package io.troubleshooter.benchmarks;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactionSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per line of each stage upon the ones before it, on clean and on dirty lines.
 *
 * <p>Run: {@code java -cp 'benchmarks/target/classes:benchmarks/target/lib/*' org.openjdk.jmh.Main Stage}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {

    private static final int LINES = 50_000;

    @Param({"clean", "dirty"})
    public String lines = "clean";

    private byte[] log = {};
    private final Troubleshooter troubleshooter = Troubleshooter.create();

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogGenerator(7, lines.equals("clean")).write(LINES, out);
        log = out.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long byteClassLoop() {
        return ByteClassLoop.classes(log);
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public RedactionSummary readAndRedact() {
        return troubleshooter.redact(source(), OutputStream.nullOutputStream());
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long andRecords() {
        long[] bytes = {0};
        troubleshooter.records(source(), record -> bytes[0] += record.message().length());
        return bytes[0];
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public long andTemplates() {
        long[] ids = {0};
        troubleshooter.templates(source(), (line, id, template) -> ids[0] += id.length());
        return ids[0];
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public IncidentFrame wholeFrame() {
        return troubleshooter.frame(List.of(source()));
    }

    private LogSource source() {
        return LogSource.of(new ByteArrayInputStream(log), "generated");
    }
}
