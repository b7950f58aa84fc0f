package io.troubleshooter.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which structured logs call time, level, message and so on. Keys of nested objects are joined by dots; case
 * does not count. Found by hash alone: a collision would only name a field wrongly.
 */
final class KeyTable {

    /** What the value of a key means. */
    enum Role {
        TIME,
        LEVEL,
        SEVERITY_NUMBER,
        PRIORITY,
        MESSAGE,
        LOGGER,
        STACK,
        FIELD,
        MARK
    }

    /**
     * @param rank the lower of two keys of one role wins
     * @param name under which the value becomes a field
     * @param index of the key among all, for masks of those seen
     */
    record Key(long hash, Role role, int rank, String name, int index) {}

    static final long SEED = 0xcbf29ce484222325L;
    static final int WORDS = 8;

    private static final int SLOTS = 1_024;

    private final @Nullable Key[] slots = new Key[SLOTS];
    private int size;

    /** @param entry lists of keys by role, best first, and {@code fields}: lists of keys by field name */
    static KeyTable of(Map<String, Object> entry) {
        KeyTable table = new KeyTable();
        table.addAll(entry, "time", Role.TIME, "");
        table.addAll(entry, "level", Role.LEVEL, "");
        table.addAll(entry, "severity_number", Role.SEVERITY_NUMBER, "");
        table.addAll(entry, "priority", Role.PRIORITY, "");
        table.addAll(entry, "message", Role.MESSAGE, "");
        table.addAll(entry, "logger", Role.LOGGER, "");
        table.addAll(entry, "stack", Role.STACK, "stack_trace");
        Map<String, Object> fields = Pack.map(entry.get("fields"));
        for (String name : fields.keySet()) {
            table.addAll(fields, name, Role.FIELD, name);
        }
        return table;
    }

    private void addAll(Map<String, Object> entry, String list, Role role, String name) {
        List<String> keys = Pack.strings(entry.get(list));
        for (int rank = 0; rank < keys.size(); rank++) {
            add(keys.get(rank), role, rank, name);
        }
    }

    private void add(String key, Role role, int rank, String name) {
        long hash = hash(Ascii.bytes(key));
        int slot = slot(hash);
        for (Key there = slots[slot]; there != null; there = slots[slot]) {
            if (there.hash == hash) {
                return;
            }
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = new Key(hash, role, rank, name, size++);
    }

    /** The keys as bits of {@link Key#index}; those not known so far are taken in, to be seen only. */
    long[] mask(List<String> names) {
        long[] mask = new long[WORDS];
        for (String name : names) {
            add(name, Role.MARK, 0, "");
            Key key = find(hash(Ascii.bytes(name)));
            if (key != null) {
                mask[key.index >> 6] |= 1L << key.index;
            }
        }
        return mask;
    }

    @Nullable
    Key find(long hash) {
        int slot = slot(hash);
        for (Key key = slots[slot]; key != null; key = slots[slot]) {
            if (key.hash == hash) {
                return key;
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    static long hash(byte[] key) {
        long hash = SEED;
        for (byte b : key) {
            hash = step(hash, b);
        }
        return hash;
    }

    static long step(long hash, byte b) {
        return (hash ^ Ascii.lower(b)) * 0x100000001b3L;
    }

    private static int slot(long hash) {
        return (int) (hash >>> 54);
    }
}
