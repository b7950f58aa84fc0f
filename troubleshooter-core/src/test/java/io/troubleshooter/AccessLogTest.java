package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    private static final String LINE =
            "10.20.0.11 - - [21/Nov/2026:15:20:%02d +0000] \"POST /orders HTTP/1.1\" %d 17 \"-\" \"shop-mobile/4.2\"\n";

    /** Five equal words in front of the time looked like a prefix, and the rest like the log of another proxy. */
    @Test
    void manyLinesOfOneClientAreStillAnAccessLog() {
        List<LogRecord> records = new ArrayList<>();
        Troubleshooter.create().records(LogSource.text(log(200, 200, 200, 200, 200, 200), "access.log"), records::add);
        assertThat(records).extracting(LogRecord::format).containsOnly("access-log");
        assertThat(records.get(0).fields()).containsKeys("peer", "agent");
    }

    /** A group holds the good requests too; its first failure is not its first line. */
    @Test
    void theFirstErrorIsTheFirstRequestThatFailed() {
        IncidentFrame frame = Troubleshooter.create()
                .frame(List.of(LogSource.text(log(200, 200, 200, 200, 503, 200, 503), "access.log")));
        assertThat(frame.timeline().events())
                .filteredOn(moment -> moment.kind().equals("first-error"))
                .extracting(Moment::line)
                .containsExactly(LineRef.of("S1", 5));
    }

    private static String log(int... statuses) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < statuses.length; i++) {
            log.append(String.format(LINE, i, statuses[i]));
        }
        return log.toString();
    }
}
