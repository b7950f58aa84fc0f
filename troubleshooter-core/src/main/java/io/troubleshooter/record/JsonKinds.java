package io.troubleshooter.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells the loggers that write JSON apart by the keys they use. */
final class JsonKinds {

    static final String ANY = "json";

    private record Kind(String id, long[] keys, int size) {}

    private final List<Kind> kinds = new ArrayList<>();

    /** @param entries formats with the {@code keys} that all of their lines have */
    JsonKinds(List<Map<String, Object>> entries, KeyTable table) {
        for (Map<String, Object> entry : entries) {
            List<String> keys = Pack.strings(entry.get("keys"));
            kinds.add(new Kind(String.valueOf(entry.get("id")), table.mask(keys), keys.size()));
        }
        kinds.sort(new LargestFirst());
    }

    /** The format whose keys are all among those seen; the one that asks for most wins. */
    String of(long[] seen) {
        for (Kind kind : kinds) {
            if (covers(seen, kind.keys)) {
                return kind.id;
            }
        }
        return ANY;
    }

    private static boolean covers(long[] seen, long[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if ((seen[i] & wanted[i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class LargestFirst implements Comparator<Kind> {
        @Override
        public int compare(Kind a, Kind b) {
            return Integer.compare(b.size, a.size);
        }
    }
}
