package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Unredacted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real logs the message is what people who know the format call its content. */
class LoghubHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Android", "Apache", "BGL", "Hadoop", "Linux", "OpenSSH", "Proxifier", "Spark", "Zookeeper"})
    void cutsTheHeaderOffEveryLine(String set) throws IOException {
        Path folder = folder().resolve(set);
        assumeTrue(Files.isDirectory(folder), "the loghub samples are not here: skipped");
        List<RedactedText> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(set + "_2k.log"))) {
            // The first column of BGL is its label and no part of the log.
            lines.add(Unredacted.text(set.equals("BGL") ? line.substring(line.indexOf(' ') + 1) : line));
        }
        List<LogRecord> records = Records.read(lines, Records.OPTIONS, new ArrayList<>());
        List<String> rows = Files.readAllLines(folder.resolve(set + "_2k.log_structured.csv"));

        assertThat(records).hasSameSizeAs(lines);
        for (int i = 0; i < records.size(); i++) {
            String message = records.get(i).message().toString().strip();
            assertThat(rows.get(i + 1)).as("line %d of %s", i + 1, set).contains("," + quoted(message) + ",E");
        }
    }

    // The content is the third column from the end, in quotes where it has a comma or a quote.
    private static String quoted(String message) {
        boolean quotes = message.indexOf(',') >= 0 || message.indexOf('"') >= 0;
        return quotes ? '"' + message.replace("\"", "\"\"") + '"' : message;
    }

    private static Path folder() {
        String shared = System.getenv("TST_SHARED");
        if (shared != null) {
            return Path.of(shared, "data", "loghub");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/loghub");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Path.of("shared/data/loghub");
    }
}
