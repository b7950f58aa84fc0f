package io.troubleshooter.rule;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Renumbering;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each value of each captured name occurred. The first {@value #VALUES} values of a name are told apart;
 * counts beyond are not kept.
 */
final class Captures {

    private static final int VALUES = 256;

    private final Map<String, Map<RedactedText, long[]>> counts = new LinkedHashMap<>();

    void add(Map<String, RedactedText> values) {
        for (Map.Entry<String, RedactedText> value : values.entrySet()) {
            add(value.getKey(), value.getValue(), 1);
        }
    }

    private void add(String name, RedactedText value, long times) {
        Map<RedactedText, long[]> values = counts.get(name);
        if (values == null) {
            values = new LinkedHashMap<>();
            counts.put(name, values);
        }
        long[] count = values.get(value);
        if (count != null) {
            count[0] += times;
        } else if (values.size() < VALUES) {
            values.put(value.compact(), new long[] {times});
        }
    }

    void merge(Captures next, Renumbering renumbering) {
        for (Map.Entry<String, Map<RedactedText, long[]>> name : next.counts.entrySet()) {
            for (Map.Entry<RedactedText, long[]> value : name.getValue().entrySet()) {
                add(name.getKey(), renumbering.apply(value.getKey()), value.getValue()[0]);
            }
        }
    }

    /** The most frequent value of each name; of equally frequent ones the first. */
    Map<String, RedactedText> mostFrequent() {
        Map<String, RedactedText> best = new LinkedHashMap<>();
        for (Map.Entry<String, Map<RedactedText, long[]>> name : counts.entrySet()) {
            long most = 0;
            for (Map.Entry<RedactedText, long[]> value : name.getValue().entrySet()) {
                if (value.getValue()[0] > most) {
                    most = value.getValue()[0];
                    best.put(name.getKey(), value.getKey());
                }
            }
        }
        return best;
    }
}
