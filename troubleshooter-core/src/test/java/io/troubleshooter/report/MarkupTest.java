package io.troubleshooter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of the log stays text, in Markdown and in HTML. */
class MarkupTest {

    private static final Diagnosis HOSTILE = Fixtures.quoting(
            "````\n<script>alert(1)</script> [x](http://evil.example) @team \"quoted\" ``` failed | a", "failed");

    @Test
    void fencesAreLongerThanAnyRunOfBackticksInside() {
        String report = new MarkdownReport().render(HOSTILE);
        assertThat(report).contains("`````text\n````\n<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "- item",
                "<b>bold</b>",
                "[a](b)",
                "![a](b)",
                "*a* _b_ `c`",
                "> quote",
                "| a |",
                "~~x~~"
            })
    void proseFromTheLogIsNoMarkup(String text) {
        String escaped = Markdown.escaped(text);
        assertThat(escaped)
                .doesNotContainPattern("(?<!\\\\)[*_`<>|~\\[\\]]")
                .doesNotStartWith("#")
                .doesNotStartWith("-");
    }

    @Test
    void nobodyIsMentionedAndNothingIsLinked() {
        assertThat(Markdown.escaped("ask @team at https://evil.example"))
                .isEqualTo("ask &#64;team at https&#58;//evil.example");
    }

    @Test
    void codeMayHoldBackticksAndATableCellBars() {
        assertThat(Markdown.code("a `b` c")).isEqualTo("``a `b` c``");
        assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
        assertThat(Markdown.cell("a | b")).isEqualTo("`a \\| b`");
    }

    @Test
    void thePostmortemHasItsSections() {
        String draft = new PostmortemReport().render(Fixtures.incident());
        assertThat(draft.lines().filter(line -> line.startsWith("## ")).toList())
                .containsExactly(
                        "## Summary",
                        "## Impact",
                        "## Timeline",
                        "## Root cause",
                        "## Contributing factors",
                        "## Actions",
                        "## Evidence");
        assertThat(draft).contains("- [ ] Grow the volume claim");
    }

    @Test
    void theMarkdownReportNamesEveryHypothesisInOrder() {
        assertThat(new MarkdownReport().render(Fixtures.incident()))
                .containsSubsequence(
                        "# INCIDENT: The database volume is full",
                        "## 1. The database volume is full",
                        "## 2. 30 of 30",
                        "## 3. checkout",
                        "## Timeline");
    }

    @Test
    void htmlShowsHostileTextAndRunsNothing() {
        Document page = Jsoup.parse(new HtmlReport().render(HOSTILE));
        assertThat(page.select("script, iframe, object, img, link, form")).isEmpty();
        assertThat(page.select(".lines code").eachText()).anyMatch(text -> text.contains("<script>alert(1)</script>"));
    }

    @Test
    void aReplyIsShownAsWordsWithItsLines() {
        Diagnosis diagnosis = Fixtures.incident();
        Reply reply = reply("See **this** <img src=x> `df -h` at [x](http://evil.example)\nand more", diagnosis);

        Document page = Jsoup.parse(new HtmlReport(reply).render(diagnosis));
        assertThat(page.select("img, a[href*=evil]")).isEmpty();
        Element said = page.selectFirst("section[aria-label=Answer] .said");
        assertThat(said.text()).startsWith("See this <img src=x> df -h at [x](http://evil.example) and more S");
        assertThat(said.select("code").text()).isEqualTo("df -h");
        assertThat(said.select("a"))
                .allMatch(link -> page.getElementById(link.attr("href").substring(1)) != null);
        assertThat(said.text()).endsWith("not verified");

        String draft = new PostmortemReport(reply).render(diagnosis);
        assertThat(draft)
                .contains("## What was found out by asking")
                .contains("See this \\<img src=x\\> df -h at \\[x\\]\\(http&#58;//evil.example)")
                .contains("(not verified)");
    }

    private static Reply reply(String text, Diagnosis diagnosis) {
        List<Diagnosis.Citation> citations = diagnosis.hypotheses().get(0).citations();
        return new Reply(null, List.of(new Reply.Paragraph(text, citations, true)));
    }

    @Test
    void htmlAsksNobodyForAnything() {
        String page = new HtmlReport().render(Fixtures.incident());
        Matcher address =
                Pattern.compile("(?:(?:src|href)=\"(?!#)[^\"]+)|url\\(").matcher(page);
        assertThat(address.find()).as(() -> address.group()).isFalse();
        assertThat(page).contains("default-src 'none'").doesNotContain("@import");
    }

    @Test
    void everyReferenceInHtmlLeadsToALine() {
        Document page = Jsoup.parse(new HtmlReport().render(Fixtures.incident()));
        for (Element link : page.select("figcaption a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        assertThat(page.getElementById("S2:1184").text())
                .contains("No space left on device")
                .contains("[1]");
    }

    @Test
    void theDrawingHasATableBehindIt() {
        Document page = Jsoup.parse(new HtmlReport().render(Fixtures.incident()));
        assertThat(page.select("svg rect.errors")).hasSize(13);
        assertThat(page.select("details table tbody tr")).hasSize(20);
    }
}
