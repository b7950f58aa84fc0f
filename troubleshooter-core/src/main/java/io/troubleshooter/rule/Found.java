package io.troubleshooter.rule;

import io.troubleshooter.redact.RedactedText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a rule was found in a record.
 *
 * @param from first byte of the matching words in the record's text
 * @param to the byte after their last
 */
record Found(int from, int to, Map<String, RedactedText> captures) {

    Map<String, RedactedText> compactCaptures() {
        if (captures.isEmpty()) {
            return captures;
        }
        Map<String, RedactedText> compact = new LinkedHashMap<>();
        captures.forEach((name, value) -> compact.put(name, value.compact()));
        return compact;
    }
}
