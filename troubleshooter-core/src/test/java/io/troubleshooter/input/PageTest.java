package io.troubleshooter.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Build  #7</title>
            <style>p { color: red }</style><script>var log = "no";</script></head>
            <body><nav>Home</nav>
            <p>The build &lt;7&gt; <b>failed</b>
            with code&nbsp;1<br>see below</p>
            <pre>java.lang.Error: x
            \tat a.B.c(B.java:1)

            	... 3 more</pre>
            <table><tr><td>ERROR</td><td>no space</td></tr></table>
            </body></html>
            """;

    @TempDir
    private Path folder;

    @Test
    void givesTheVisibleTextUnderTheLineNumbersOfTheSource() {
        assertThat(lines(LogSource.html(PAGE, "page")))
                .containsExactly(
                        "2:Build #7",
                        "5:The build <7> failed with code\u00a01",
                        "6:see below",
                        "7:java.lang.Error: x",
                        "8:\tat a.B.c(B.java:1)",
                        "9:",
                        "10:\t... 3 more",
                        "11:ERROR no space");
    }

    @Test
    void recognisesAPageByItsNameOrItsBeginning() throws IOException {
        Path file = Files.writeString(folder.resolve("report.HTML"), "<p>failed</p>");

        assertThat(Blocks.text(LogSource.of(file))).isEqualTo("failed\n");
        assertThat(Blocks.text(LogSource.text("\ufeff \n<HTML><p>failed</p>", "t")))
                .isEqualTo("failed\n");
        assertThat(Blocks.text(LogSource.text("<34>May 1 failed", "t"))).isEqualTo("<34>May 1 failed");
        assertThat(Blocks.text(LogSource.text("<p>failed</p>", "t"))).isEqualTo("<p>failed</p>");
    }

    @Test
    void cutsLongLinesAndEndsPartsAsElsewhere() {
        String page = "<html><pre>" + "x".repeat(50) + "\n" + "2024-05-01 a\n".repeat(20_000) + "</pre>";
        InputLimits limits = new InputLimits(20, Long.MAX_VALUE, 1000);

        Blocks.Outcome outcome = Blocks.read(LogSource.html(page, "page"), limits);

        assertThat(outcome.text()).isEqualTo("x".repeat(20) + "\n" + "2024-05-01 a\n".repeat(20_000));
        assertThat(outcome.cutLines()).isEqualTo(1);
        assertThat(outcome.partEnds()).isNotEmpty();
    }

    @Test
    void survivesDeepNesting() {
        String page = "<html>" + "<div>".repeat(50_000) + "deep" + "</div>".repeat(50_000);

        assertThat(Blocks.text(LogSource.html(page, "page"))).isEqualTo("deep\n");
    }

    @Test
    void readsNoMoreOfAPageThanItMayHoldAndSaysSo() {
        String page = "<html><p>first</p>" + " ".repeat(InputLimits.DEFAULT.pageBytes()) + "<p>last</p>";

        Blocks.Outcome outcome = Blocks.read(LogSource.html(page, "page"), InputLimits.DEFAULT);

        assertThat(outcome.text()).isEqualTo("first\n");
        assertThat(outcome.limitReached()).isTrue();
    }

    private static List<String> lines(LogSource source) {
        List<String> lines = new ArrayList<>();
        try (BlockReader reader = BlockReader.open(source, InputLimits.DEFAULT)) {
            for (RawBlock block = reader.next(); block != null; block = reader.next()) {
                String[] texts = new String(block.bytes(), 0, block.length(), StandardCharsets.UTF_8).split("\n");
                for (int i = 0; i < texts.length; i++) {
                    lines.add(block.number(i) + ":" + texts[i]);
                }
            }
        }
        return lines;
    }
}
