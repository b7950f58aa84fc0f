package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolAnswer;
import io.troubleshooter.tool.ToolLimits;
import io.troubleshooter.tool.ToolRun;
import io.troubleshooter.tool.ToolScene;
import io.troubleshooter.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** What every tool holds to, behind the gate of the {@link Toolbox}. */
public abstract class ToolContract {

    /** A word that stands nowhere but in arguments. */
    private static final String MARK = "zqxjmark";

    private static final String SECRET = "AKIAIOSFODNN7EXAMPLE";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleSet RULES = RuleSet.builtIn();
    private static final String LOG = log();
    private static final Analysis READ = read();
    private static final ToolLimits MANY = new ToolLimits(1_000, 8_000, 10_000_000, Duration.ofSeconds(30));

    /** A tool and arguments with which it finds something in {@link #scene}. */
    public record Offer(Tool tool, String arguments) {}

    protected abstract List<Offer> offers();

    /** What the tools are offered: a log of some thousand lines with an outage in it, if the tool looks at that. */
    protected ToolScene scene() {
        return new ToolScene(READ.frame(), READ.evidence(), RULES, Duration.ofSeconds(30));
    }

    @Test
    public void aToolSaysWhatItIs() throws JsonProcessingException {
        for (Offer offer : offers()) {
            assertThat(offer.tool().spec().name()).matches("[A-Za-z0-9_-]{1,64}");
            assertThat(offer.tool().spec().description().wording()).isNotBlank();
            JsonNode schema = JSON.readTree(offer.tool().spec().schema().wording());
            assertThat(schema.path("type").asText()).isEqualTo("object");
        }
    }

    @Test
    public void whatItFindsCanBeCitedLineByLine() {
        for (Offer offer : offers()) {
            ToolRun run = run(offer.tool(), MANY);
            ToolAnswer answer = run.call(offer.tool().spec().name(), offer.arguments());

            assertThat(answer.failed()).as(answer.output().toString()).isFalse();
            assertThat(answer.id()).isEqualTo("T7");
            assertThat(answer.lines()).isPositive();
            assertThat(run.evidence().lines("T7")).isEqualTo(answer.lines());
            RedactedText all = run.evidence().text(new LineRef("T7", 1, answer.lines()));
            assertThat(answer.output().toString()).startsWith(String.valueOf(all));
        }
    }

    @Test
    public void theSameCallGivesTheSame() {
        for (Offer offer : offers()) {
            assertThat(call(offer, offer.arguments(), MANY).output())
                    .isEqualTo(call(offer, offer.arguments(), MANY).output());
        }
    }

    @Test
    public void itKeepsToTheLimits() {
        for (Offer offer : offers()) {
            ToolRun run = run(offer.tool(), new ToolLimits(3, 300, 1_000, Duration.ofSeconds(30)));
            ToolAnswer first = run.call(offer.tool().spec().name(), offer.arguments());
            for (int i = 0; i < 6; i++) {
                run.call(offer.tool().spec().name(), offer.arguments());
            }

            assertThat(first.output().length()).isLessThan(700);
            assertThat(String.valueOf(run.evidence().text(new LineRef("T7", 1, first.lines()))))
                    .hasSizeLessThanOrEqualTo(300);
            assertThat(run.evidence().sources().stream().filter(id -> id.startsWith("T")))
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    public void itLeavesTheSceneAsItIs() {
        for (Offer offer : offers()) {
            ToolScene scene = scene();
            Evidence before = scene.evidence();
            call(offer, offer.arguments(), MANY);

            assertThat(scene.evidence()).isSameAs(before);
            assertThat(before.sources()).noneMatch(id -> id.startsWith("T"));
        }
    }

    @Test
    public void withoutAnyTimeItAnswersAllTheSame() {
        for (Offer offer : offers()) {
            ToolScene scene = new ToolScene(scene().frame(), scene().evidence(), RULES, Duration.ZERO);
            ToolRun run = new Toolbox(List.of(offer.tool()), MANY).begin(scene, RedactionSession.create(), 1);

            assertThat(run.call(offer.tool().spec().name(), offer.arguments())).isNotNull();
        }
    }

    @Test
    public void itNeverRepeatsItsArguments() throws JsonProcessingException {
        for (Offer offer : offers()) {
            for (String arguments : marked(offer)) {
                ToolAnswer answer = call(offer, arguments, MANY);

                assertThat(answer.output().toString()).as(arguments).doesNotContainIgnoringCase(MARK);
                assertThat(answer.output().toString() + answer.asked()).doesNotContain(SECRET);
            }
        }
    }

    @Property(tries = 300)
    public void noArgumentsMakeItThrowOrRepeatThem(@ForAll("arguments") String arguments) {
        for (Offer offer : offers()) {
            ToolAnswer answer = call(offer, arguments, MANY);

            assertThat(answer.output().toString()).doesNotContainIgnoringCase(MARK);
            assertThat(answer.failed() && !answer.id().isEmpty()).isFalse();
        }
    }

    /** The good arguments with one replaced by the mark, or by a secret; and the mark where nothing is expected. */
    private static List<String> marked(Offer offer) throws JsonProcessingException {
        List<String> all = new ArrayList<>(
                List.of(MARK, "{\"" + MARK + "\":1}", "[\"" + MARK + "\"]", "{\"a\":\"" + MARK, "\"" + SECRET + "\""));
        ObjectNode good = (ObjectNode) JSON.readTree(offer.arguments());
        JsonNode schema = JSON.readTree(offer.tool().spec().schema().wording());
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            for (String value : List.of(MARK, "(" + MARK, MARK + " " + SECRET, "v1:" + MARK)) {
                all.add(good.deepCopy().put(property.getKey(), value).toString());
            }
        }
        return all;
    }

    @Provide
    Arbitrary<String> arguments() {
        Arbitrary<String> name = Arbitraries.of(
                "query",
                "kind",
                "source",
                "from",
                "to",
                "level",
                "max",
                "first",
                "last",
                "group",
                "time",
                "seconds",
                "name",
                "code",
                "rule",
                "from_a",
                "to_a",
                "from_b",
                "to_b",
                "contains",
                "order",
                MARK,
                "");
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(30)
                        .map(text -> JSON.valueToTree(text).toString()),
                Arbitraries.of(
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "-1",
                        "0",
                        "1",
                        "7",
                        "1e9",
                        "99999999999999999999",
                        "0.5",
                        "\"S1\"",
                        "\"S99\"",
                        "\"regex\"",
                        "\"error\"",
                        "\"10:42\"",
                        "\"2026-11-20T10:42:05Z\"",
                        "\"-999999999-01-01\"",
                        "\"25:61\"",
                        "\"(a*)*b\"",
                        "\"[\"",
                        "\"\\u0000\"",
                        "\"\\ud800\"",
                        "\"" + MARK + "\"",
                        "\"<ip:1>\""));
        Arbitrary<String> object = name.flatMap(n -> value.map(v -> "\"" + n + "\":" + v))
                .list()
                .ofMaxSize(5)
                .map(members -> "{" + String.join(",", members) + "}");
        return Arbitraries.frequencyOf(
                Tuple.of(8, object),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(40)),
                Tuple.of(1, Arbitraries.of("", " ", "null", "[1]", "{", "[".repeat(5_000), "{\"a\":1}{")));
    }

    private ToolAnswer call(Offer offer, String arguments, ToolLimits limits) {
        return run(offer.tool(), limits).call(offer.tool().spec().name(), arguments);
    }

    private ToolRun run(Tool tool, ToolLimits limits) {
        return new Toolbox(List.of(tool), limits).begin(scene(), RedactionSession.create(), 7);
    }

    private static Analysis read() {
        Analysis analysis = Troubleshooter.builder()
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build()
                .open();
        analysis.read(LogSource.text(LOG, "app.log"));
        return analysis;
    }

    private static String log() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            String time = String.format("2026-11-20 10:%02d:%02d", i / 60, i % 60);
            boolean down = i > 1_200;
            if (down && i % 3 == 0) {
                log.append(time)
                        .append(" ERROR [pool] connection to db-1:5432 refused after ")
                        .append(i)
                        .append(" ms\n");
                log.append("java.net.ConnectException: Connection refused\n\tat app.Db.open(Db.java:17)\n");
            } else {
                log.append(time)
                        .append(" INFO [web] GET /cart/")
                        .append(i)
                        .append(" from 203.0.113.")
                        .append(i % 7);
                log.append(down ? " 503\n" : " 200\n");
            }
        }
        return log.toString();
    }
}
