package io.troubleshooter.frame;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.TemplateMiner;
import io.troubleshooter.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes entities and metrics from a record's fields and from the variable parts of its message. What a variable part is
 * follows from its kind and the word before it, which are the same for all records of a masked message: so it is
 * decided once for each.
 */
final class VariableReader {

    private static final int MAX_VALUE_BYTES = 300;

    /** Fields that name a thing, and the kind of thing. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("host", "host"),
            Map.entry("hostname", "host"),
            Map.entry("pod", "pod"),
            Map.entry("container", "container"),
            Map.entry("namespace", "namespace"),
            Map.entry("node", "node"),
            Map.entry("service", "service"),
            Map.entry("client", "ip"),
            Map.entry("upstream", "url"),
            Map.entry("status", "status"),
            Map.entry("request_id", "request-id"),
            Map.entry("trace_id", "trace-id"),
            Map.entry("error_code", "error-code"),
            Map.entry("code", "error-code"));

    private final EntityTable entities;
    private final MetricTable metrics;
    private final List<Meaning[]> meanings = new ArrayList<>();

    VariableReader(EntityTable entities, MetricTable metrics) {
        this.entities = entities;
        this.metrics = metrics;
    }

    /** @param miner which has just taken in the record under {@code maskedId} */
    void read(LogRecord record, int maskedId, TemplateMiner miner) {
        readFields(record);
        Variables variables = miner.variables();
        Meaning[] known = meanings(maskedId, record.message(), variables);
        for (int i = 0; i < variables.count() && i < known.length; i++) {
            take(known[i], variables, i, record);
        }
    }

    private void readFields(LogRecord record) {
        for (Map.Entry<String, RedactedText> field : record.fields().entrySet()) {
            String kind = FIELDS.get(field.getKey());
            if (kind != null && !field.getValue().isEmpty() && field.getValue().length() <= MAX_VALUE_BYTES) {
                entities.add(kind, field.getValue(), record.lines());
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // NONE is one object, and this runs for every variable part of every record
    private void take(Meaning meaning, Variables variables, int i, LogRecord record) {
        int start = variables.start(i);
        int end = variables.end(i);
        if (meaning == Meaning.NONE
                || end - start > MAX_VALUE_BYTES
                || end > record.message().length()) {
            return;
        }
        RedactedText value = record.message().slice(start, end);
        if (meaning.metric() == null) {
            entities.add(meaning.entity(), value, record.lines());
        } else {
            double number = meaning.read(value);
            if (!Double.isNaN(number)) {
                metrics.add(meaning.metric(), meaning.unit(), number, record.lines());
            }
        }
    }

    private Meaning[] meanings(int maskedId, RedactedText message, Variables variables) {
        while (meanings.size() <= maskedId) {
            meanings.add(new Meaning[0]);
        }
        Meaning[] known = meanings.get(maskedId);
        if (known.length < variables.count()) {
            known = Meaning.of(message, variables);
            meanings.set(maskedId, known);
        }
        return known;
    }
}
