package io.troubleshooter.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the lines of an analysis part by part, under its limits: the first lines are kept for good; of those that
 * come after, the last. Thread-safe.
 */
public final class EvidenceStore {

    private record Held(String source, KeptPart part) {}

    private record Extent(long first, long last) {}

    private static final Extent NOTHING = new Extent(1, 0);

    private final long headRoom;
    private final long tailRoom;
    private final List<Held> head = new ArrayList<>();
    private final Deque<Held> tail = new ArrayDeque<>();

    /** First and last line number of each source. */
    private final Map<String, Extent> extents = new LinkedHashMap<>();

    /** Lines that are not to be kept though they come: those that were not kept when the source was read first. */
    private final Map<String, Extent> left = new HashMap<>();

    private long headBytes;
    private long tailBytes;
    private boolean headFull;

    public EvidenceStore(EvidenceLimits limits) {
        this((limits.bytes() + 1) / 2, limits.bytes() / 2);
    }

    private EvidenceStore(long headRoom, long tailRoom) {
        this.headRoom = headRoom;
        this.tailRoom = tailRoom;
    }

    /** Adds the lines that follow those already there. */
    public synchronized void add(String source, KeptPart part) {
        Extent known = extents.getOrDefault(source, NOTHING);
        if (part.lines() == 0) {
            extents.put(source, known);
            return;
        }
        extents.put(source, new Extent(known.last == 0 ? part.number(0) : known.first, part.lastNumber()));
        Extent gap = left.getOrDefault(source, NOTHING);
        int from = part.indexOf(gap.first);
        int to = gap == NOTHING ? from : part.indexOf(gap.last + 1);
        keep(source, part, 0, from);
        keep(source, part, to, part.lines());
    }

    /** From now on, leaves out lines of a source, as if there were no room for them. */
    public synchronized void leaveOut(String source, long first, long last) {
        left.put(source, new Extent(first, last));
    }

    private void keep(String source, KeptPart whole, int from, int to) {
        if (from < to) {
            keep(source, whole.only(from, to));
        }
    }

    private void keep(String source, KeptPart part) {
        int fit = headFull ? 0 : part.fitting(headRoom - headBytes);
        headFull = fit < part.lines();
        if (fit > 0) {
            KeptPart first = part.only(0, fit);
            head.add(new Held(source, first));
            headBytes += first.size();
        }
        if (headFull) {
            addLast(source, part.only(fit, part.lines()));
        }
    }

    private void addLast(String source, KeptPart part) {
        tail.addLast(new Held(source, part));
        tailBytes += part.size();
        while (tailBytes > tailRoom) {
            Held oldest = tail.removeFirst();
            long size = oldest.part.size();
            tailBytes -= size;
            KeptPart rest = withoutFirst(oldest.part, tailBytes + size - tailRoom);
            if (rest != null) {
                tail.addFirst(new Held(oldest.source, rest));
                tailBytes += rest.size();
            }
        }
    }

    /** The part without as many of its first lines as take up {@code bytes}; null where nothing is left. */
    private static @Nullable KeptPart withoutFirst(KeptPart part, long bytes) {
        int drop = part.fitting(bytes - 1) + 1;
        return drop >= part.lines() ? null : part.only(drop, part.lines());
    }

    /** How many lines of the source were not kept. */
    public synchronized long missing(String source) {
        return evidence().missing(source);
    }

    /** The same lines, to which more can be added without changing this. */
    public synchronized EvidenceStore copy() {
        EvidenceStore copy = new EvidenceStore(headRoom, tailRoom);
        copy.head.addAll(head);
        copy.tail.addAll(tail);
        copy.extents.putAll(extents);
        copy.left.putAll(left);
        copy.headBytes = headBytes;
        copy.tailBytes = tailBytes;
        copy.headFull = headFull;
        return copy;
    }

    /** All lines kept so far. */
    public synchronized Evidence evidence() {
        List<SourceLines> sources = new ArrayList<>();
        extents.forEach((id, extent) -> sources.add(new SourceLines(id, parts(id), extent.first, extent.last)));
        return new Evidence(sources);
    }

    private List<KeptPart> parts(String source) {
        return Stream.concat(head.stream(), tail.stream())
                .filter(held -> held.source.equals(source))
                .map(Held::part)
                .toList();
    }
}
