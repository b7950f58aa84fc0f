package io.troubleshooter.frame;

import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.template.TemplateMiner;
import java.util.Map;

/** Takes entities and metrics from a record's fields and from the variable tokens of its message. */
final class VariableReader {

    /** Fields that name a thing, and the kind of thing. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("host", "host"),
            Map.entry("pod", "pod"),
            Map.entry("container", "container"),
            Map.entry("namespace", "namespace"),
            Map.entry("node", "node"),
            Map.entry("service", "service"),
            Map.entry("status", "status"),
            Map.entry("request_id", "request-id"),
            Map.entry("trace_id", "trace-id"),
            Map.entry("error_code", "error-code"));

    private final EntityTable entities;
    private final MetricTable metrics;

    VariableReader(EntityTable entities, MetricTable metrics) {
        this.entities = entities;
        this.metrics = metrics;
    }

    void read(LogRecord record, TemplateMiner miner) {
        for (Map.Entry<String, RedactedText> field : record.fields().entrySet()) {
            String kind = KINDS.get(field.getKey());
            if (kind != null && !field.getValue().isEmpty()) {
                entities.add(kind, field.getValue(), record.lines());
            }
        }
    }
}
