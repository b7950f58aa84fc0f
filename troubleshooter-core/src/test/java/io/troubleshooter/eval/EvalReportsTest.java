package io.troubleshooter.eval;

import static io.troubleshooter.eval.Scores.benign;
import static io.troubleshooter.eval.Scores.incident;
import static io.troubleshooter.eval.Scores.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EvalReportsTest {

    private static final String HOSTILE = "x<script>alert(1)</script>\" onload='y'|`\u001b[31m\u202e";
    private static final Run RUN = run(
            "offline",
            incident(HOSTILE, 0),
            incident("good-case", 1),
            benign("quiet", false),
            incident("secret-test-case", "test", 0, 0, 0.7));
    private static final EvalReport REPORT = report(false);

    private static EvalReport report(boolean reveal) {
        Gate gate = GateReader.read(
                "{\"floors\": [{\"analyst\": \"offline\", \"split\": \"dev\", \"metric\": \"top-1\", \"min\": 0.9}]}");
        Run earlier = run("offline", incident("good-case", 2));
        return new EvalReport(
                List.of(RUN, run("first-error", incident("good-case", 2))),
                Comparison.of(earlier, RUN, Run.ALL),
                gate.judge(RUN, name -> earlier),
                List.of(new Run("r1", earlier.time(), "offline", null, null, "", "", 1, 0, earlier.scores())),
                reveal);
    }

    @Test
    void hostileCaseTextCannotActInHtml() {
        Document page = Jsoup.parse(EvalHtml.write(REPORT));

        assertThat(page.select("script, [onload], iframe, object, link, img")).isEmpty();
        assertThat(page.select("#cases").text()).contains("x<script>alert(1)</script>\"");
        assertThat(EvalHtml.write(REPORT)).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void thePageLoadsNothingAndEveryLinkOfItHasATarget() {
        Document page = Jsoup.parse(EvalHtml.write(REPORT));

        assertThat(EvalHtml.write(REPORT)).doesNotContain("http://", "https://", "@import", "url(");
        assertThat(page.select("a[href^=#]"))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.outerHtml())
                                .isNotNull());
    }

    @Test
    void thePageHasBaselinesTrendCaseRowsAndTheGate() {
        Document page = Jsoup.parse(EvalHtml.write(REPORT));

        assertThat(page.select("#analysts tbody th").eachText()).containsExactly("offline", "first-error");
        assertThat(page.select("#trend svg polyline")).isNotEmpty();
        assertThat(page.select("#case-good-case")).hasSize(1);
        assertThat(page.select("#gate tr.bad")).hasSize(1);
    }

    @Test
    void singleCasesOfTheTestSplitAreShownOnRequestOnly() {
        for (boolean reveal : new boolean[] {false, true}) {
            EvalReport report = report(reveal);
            for (String text : List.of(
                    EvalText.write(report),
                    EvalMarkdown.write(report),
                    EvalHtml.write(report),
                    EvalJson.write(report))) {
                assertThat(text.contains("secret-test-case")).isEqualTo(reveal);
            }
        }
    }

    @Test
    void aComparisonNamesTheCasesThatChangedButNoneOfTheTestSplit() {
        Run before = run("offline", incident("good-case", 2), incident("secret-test-case", "test", 1, 0, 0.7));
        EvalReport report = new EvalReport(List.of(RUN), Comparison.of(before, RUN, Run.ALL), null, List.of(), false);

        assertThat(EvalText.write(report)).contains("Better: good-case.").doesNotContain("secret-test-case");
    }

    @Test
    void theJsonFitsItsSchema() throws IOException {
        ObjectMapper json = new ObjectMapper();
        InputStream resource = EvalJson.class.getResourceAsStream("/io/troubleshooter/schema/eval-v1.schema.json");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource);

        for (boolean reveal : new boolean[] {false, true}) {
            assertThat(schema.validate(json.readTree(EvalJson.write(report(reveal)))))
                    .isEmpty();
        }
        assertThat(schema.validate(json.readTree("{\"schema\": \"troubleshooter/eval/v1\"}")))
                .isNotEmpty();
    }

    @Test
    void theTerminalGetsPlainColumnsWithoutControlCodes() {
        String text = EvalText.write(REPORT);

        assertThat(text).contains("top-1: right cause first", "The gate is not passed: 1 demands failed.");
        assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    @Test
    void aPipeInACaseDoesNotBreakTheMarkdownTable() {
        assertThat(EvalMarkdown.write(REPORT)).contains("x\\<script\\>alert(1)\\</script\\>\" onload='y'\\|\\`");
    }
}
