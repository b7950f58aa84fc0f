package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.normalize.NormalizedBlock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only maker of {@link RedactedText}. One instance serves one stream of lines, in order; not thread-safe. */
public final class Redactor {

    private final RedactionPolicy policy;
    private final KeyedHash hash;
    private final Pseudonyms pseudonyms = new Pseudonyms();
    private final Map<String, long[]> counts = new HashMap<>();
    private final LineScanner scanner = new LineScanner();
    private MultiLine multiLine = new MultiLine();
    private final Line line = new Line();
    private final @Nullable RevealMap revealMap;
    private long total;

    /** Two are enough for nearly every line. */
    private static final int MAX_PASSES = 4;

    Redactor(RedactionPolicy policy, KeyedHash hash, @Nullable RevealMap revealMap) {
        this.revealMap = revealMap;
        this.policy = policy;
        this.hash = hash;
    }

    /** A redactor of its own session, under the default policy. */
    public static Redactor create() {
        return new Redactor(RedactionPolicy.strict(), new KeyedHash(), null);
    }

    /** Redacts the next lines of the stream. */
    public RedactedBlock redact(NormalizedBlock block) {
        int lines = block.lines();
        int[] starts = new int[lines];
        int[] ends = new int[lines];
        long[] numbers = new long[lines];
        ByteSink out = new ByteSink(size(block) + 64);
        for (int i = 0; i < lines; i++) {
            starts[i] = out.length();
            redact(block, i, out);
            ends[i] = out.length();
            out.write('\n');
            numbers[i] = block.number(i);
        }
        return new RedactedBlock(out.bytes(), starts, ends, numbers, lines, this);
    }

    private static int size(NormalizedBlock block) {
        int last = block.lines() - 1;
        return last < 0 ? 0 : block.end(last) - block.start(0);
    }

    private void redact(NormalizedBlock block, int index, ByteSink out) {
        try {
            search(block, index);
            int from = out.length();
            write(out);
            lookAgain(out, from);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw failed(e);
        }
    }

    private void search(NormalizedBlock block, int index) {
        line.set(block.bytes(), block.start(index), block.end(index));
        multiLine.before(line);
        scanner.scan(line);
        OwnDetectors.run(policy.detectors(), line);
        multiLine.after(line, block, index);
    }

    /**
     * Searches what is left of a line that held a secret until nothing more is found: without its neighbour, what stood
     * beside it may look different. Addresses, by far the most hits, have no such neighbours.
     */
    private void lookAgain(ByteSink out, int from) {
        for (int pass = 0; pass < MAX_PASSES && heldSecret(); pass++) {
            byte[] again = Arrays.copyOfRange(out.bytes(), from, out.length());
            line.setAgain(again);
            scanner.scan(line);
            if (line.hits.size() == 0) {
                return;
            }
            out.truncate(from);
            write(out);
        }
    }

    private boolean heldSecret() {
        for (int h = 0; h < line.hits.size(); h++) {
            switch (line.hits.kind(h)) {
                case "ip", "mac", "email", "user", "aws-account" -> {}
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    /** Neither the cause nor its message goes on: both may quote the line. */
    private static TroubleshooterException failed(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        return new TroubleshooterException(
                TroubleshooterException.Code.REDACTION_FAILED,
                "A detector failed (" + type + "), so nothing was passed on.",
                "Report it; if you use detectors of your own, try without them.");
    }

    private void write(ByteSink out) {
        Hits hits = line.hits;
        hits.settle();
        if (line.hasPlaceholder) {
            reserve();
        }
        int copied = line.start;
        for (int h = 0; h < hits.size(); h++) {
            if (isOff(hits, h)) {
                continue;
            }
            out.write(line.b, copied, hits.start(h));
            writePlaceholder(out, hits, h);
            copied = hits.end(h);
        }
        out.write(line.b, copied, line.end);
    }

    /** Keeps the numbers of placeholders that the text brought along from being given to other values. */
    private void reserve() {
        for (int i = line.start; i < line.end; i++) {
            int end = line.b[i] == '<' ? Placeholder.end(line.b, i, line.end) : -1;
            if (end > 0) {
                int colon = Placeholder.colon(line.b, i, line.end);
                pseudonyms.reserve(line.text(i + 1, colon), number(colon + 1, end - 1));
            }
        }
    }

    /** The number between the offsets, of ten digits at most. */
    private int number(int from, int to) {
        long number = 0;
        for (int k = from; k < to; k++) {
            number = number * 10 + line.b[k] - '0';
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private boolean isOff(Hits hits, int h) {
        return !policy.isStrict()
                && (policy.kindsOff().contains(hits.kind(h))
                        || policy.allowedValues().contains(line.text(hits.start(h), hits.end(h))));
    }

    private void writePlaceholder(ByteSink out, Hits hits, int h) {
        int entry = pseudonyms.entry(hash.of(line.b, hits.start(h), hits.end(h)), hits.kind(h));
        String kind = entry < 0 ? hits.kind(h) : pseudonyms.kind(entry);
        Placeholder.write(out, kind, entry < 0 ? 0 : pseudonyms.number(entry));
        count(kind);
        if (revealMap != null) {
            revealMap.put(kind, entry < 0 ? 0 : pseudonyms.number(entry), line.text(hits.start(h), hits.end(h)));
        }
    }

    private void count(String kind) {
        long[] count = counts.get(kind);
        if (count == null) {
            count = new long[1];
            counts.put(kind, count);
        }
        count[0]++;
        total++;
    }

    /** Reads the lines before a part, so that a secret which began there is still one; gives nothing. */
    public void prime(NormalizedBlock before) {
        for (int i = 0; i < before.lines(); i++) {
            prime(before, i);
        }
    }

    private void prime(NormalizedBlock before, int index) {
        try {
            search(before, index);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw failed(e);
        }
    }

    /**
     * Redacts a text that stands alone: a question, a file name. Line breaks in it stay; the stream of lines, which may
     * be in the middle of a secret, is not touched.
     */
    public RedactedText redact(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RedactedBlock block = redactAlone(split(bytes));
        RedactedJoiner joiner = new RedactedJoiner(this);
        for (int i = 0; i < block.lines(); i++) {
            if (i > 0) {
                joiner.append(RedactedJoiner.Mark.NEWLINE);
            }
            joiner.append(block.line(i));
        }
        return joiner.join();
    }

    private RedactedBlock redactAlone(NormalizedBlock block) {
        MultiLine stream = multiLine;
        multiLine = new MultiLine();
        try {
            return redact(block);
        } finally {
            multiLine = stream;
        }
    }

    private static NormalizedBlock split(byte[] bytes) {
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        int[] starts = new int[lines];
        int[] ends = new int[lines];
        long[] numbers = new long[lines];
        int line = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                ends[line] = i;
                numbers[line] = line + 1L;
                line++;
                if (line < lines) {
                    starts[line] = i + 1;
                }
            }
        }
        return new NormalizedBlock(bytes, starts, ends, numbers, lines);
    }

    public RedactionSummary summary() {
        Map<String, Long> byKind = new HashMap<>();
        for (Map.Entry<String, long[]> count : counts.entrySet()) {
            byKind.put(count.getKey(), count.getValue()[0]);
        }
        return new RedactionSummary(total, byKind);
    }

    @Nullable
    RevealMap revealMap() {
        return revealMap;
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }
}
