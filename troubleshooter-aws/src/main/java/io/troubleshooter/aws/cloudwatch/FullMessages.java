package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.error.TroubleshooterException;
import java.util.List;
import java.util.Map;

/**
 * Reads messages in full that came cut: query results cut long fields, at about 1,000 characters as others have seen, which
 * AWS does not document and does not mark. Every row has a pointer to its whole event.
 */
final class FullMessages {

    /** What is as long as this may have been cut. */
    static final int SUSPICIOUS = 950;

    /** Each is a request of its own. */
    private static final int MOST = 200;

    private static final String MESSAGE = "@message";
    private static final String POINTER = "@ptr";

    private final Clients clients;
    private final Operation operation;
    private long room;
    private int read;
    private int left;

    /** @param room characters that they may have together */
    FullMessages(Clients clients, Operation operation, long room) {
        this.clients = clients;
        this.operation = operation;
        this.room = room;
    }

    /** Puts full messages into rows, as far as there is time. */
    void complete(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            String pointer = row.get(POINTER);
            String message = row.get(MESSAGE);
            if (pointer != null && message != null && message.length() >= SUSPICIOUS && !complete(row, pointer)) {
                left++;
            }
        }
    }

    private boolean complete(Map<String, String> row, String pointer) {
        if (read >= MOST || left > 0 || room <= 0) {
            return false;
        }
        try {
            read++;
            Map<String, String> record = operation.call(
                    "GetLogRecord",
                    timing -> clients.plain()
                            .getLogRecord(
                                    request -> request.logRecordPointer(pointer).overrideConfiguration(timing))
                            .logRecord());
            String full = record.getOrDefault(MESSAGE, row.getOrDefault(MESSAGE, ""));
            room -= full.length();
            row.put(MESSAGE, full);
            return true;
        } catch (Stopped | TroubleshooterException notNow) {
            return false;
        }
    }

    /** Empty where none is left. */
    String note() {
        return left == 0
                ? ""
                : left + " long messages may be cut at about 1,000 characters; fetch their group and time to read them"
                        + " in full.";
    }
}
