package io.troubleshooter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

    private static String render(Diagnosis diagnosis, int width) {
        return new TextReport(new TextOptions(width, false, false, Map.of())).render(diagnosis);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = TextReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"incident-60.txt, 60", "incident-80.txt, 80", "incident-120.txt, 120", "incident-pipe.txt, 0"})
    void anIncidentLooksLikeItsGoldenFile(String file, int width) throws IOException {
        assertThat(render(Fixtures.incident(), width)).isEqualTo(golden(file));
    }

    @Test
    void everythingIsShownWhenVerbose() throws IOException {
        String report = new TextReport(new TextOptions(80, false, true, Map.of())).render(Fixtures.incident());
        assertThat(report).isEqualTo(golden("incident-verbose.txt"));
    }

    @Test
    void noIncidentSaysWhatWasLookedAtAndSetAside() throws IOException {
        assertThat(render(Fixtures.healthy(), 80)).isEqualTo(golden("healthy-80.txt"));
    }

    @Test
    void notEnoughEvidenceSaysWhatWouldTell() throws IOException {
        assertThat(render(Fixtures.unclear(), 80)).isEqualTo(golden("unclear-80.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120})
    void evidenceAndProseStayWithinTheWidth(int width) {
        for (String line : render(Fixtures.incident(), width).split("\n")) {
            boolean command = line.contains("kubectl");
            assertThat(command || Columns.of(line) <= width).as(line).isTrue();
        }
    }

    @Test
    void aPipeGetsTheWholeLine() {
        String line = "x".repeat(5_000) + " failed";
        assertThat(render(Fixtures.quoting(line, "failed"), 0)).contains(line);
    }

    @Test
    void aLongLineIsCutAroundTheWordsThatMatter() {
        String line = "2026-11-20 09:43:11 ERROR " + "x".repeat(500) + " No space left " + "y".repeat(500);
        String report = render(Fixtures.quoting(line, "No space left"), 80);
        assertThat(report).contains("2026-11-20 09:43:11").contains("x No space left y");
        assertThat(caretsOf(report, "No space left")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"磁盘已满 failed", "e\u0301tat failed", "\ta\tb failed", "日本語 ok: failed twice"})
    void caretsStandUnderTheirWordsWhateverTheirWidth(String line) {
        assertThat(caretsOf(render(Fixtures.quoting(line, "failed"), 80), "failed"))
                .isTrue();
    }

    private static boolean caretsOf(String report, String words) {
        String[] lines = report.split("\n");
        for (int i = 1; i < lines.length; i++) {
            int caret = lines[i].indexOf('^');
            int at = lines[i - 1].indexOf(words);
            if (caret >= 0 && at >= 0) {
                boolean below = Columns.of(lines[i - 1].substring(0, at)) == caret;
                return below && lines[i].endsWith("^".repeat(Columns.of(words)));
            }
        }
        return false;
    }

    @Test
    void aLogCannotMoveTheCursorOrSetATitle() {
        String hostile = "a\u001b[2Jb\u001b]0;title\u0007c\rd\u009be\u202ef\u0000g failed";
        for (int width : new int[] {0, 80}) {
            String report = render(Fixtures.quoting(hostile, "failed"), width);
            assertThat(report).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]");
        }
    }

    @Test
    void everyColorRepeatsAWord() {
        String colored = new TextReport(new TextOptions(80, true, false, Map.of())).render(Fixtures.incident());
        assertThat(colored).contains("\u001b[31mINCIDENT\u001b[0m");
        assertThat(colored.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(render(Fixtures.incident(), 80));
    }

    @Test
    void citedLinesAreLinkedToTheirFile() {
        Map<String, String> links = Map.of("S2", "file:///var/log/postgres.log#{line}");
        String report = new TextReport(new TextOptions(80, false, false, links)).render(Fixtures.incident());
        assertThat(report)
                .contains("\u001b]8;;file:///var/log/postgres.log#1184\u001b\\S2:1184\u001b]8;;\u001b\\")
                .contains("S1:20533");
    }

    @Test
    void aStackTraceShowsTheMarkedLine() {
        String trace = "Error: top\n\tat a\n\tat b\n\tat c\n\tat d\nCaused by: disk is full\n\tat e";
        assertThat(render(Fixtures.quoting(trace, "disk is full"), 80))
                .contains("12 | Caused by: disk is full")
                .contains("more lines");
    }
}
