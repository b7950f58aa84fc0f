package io.troubleshooter.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolboxTest {

    private static final String SECRET = "AKIAIOSFODNN7EXAMPLE";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleSet RULES = RuleSet.builtIn();

    private static final String LOG = """
            2026-11-20 10:00:00 INFO [web] GET /cart from 203.0.113.7 200
            2026-11-20 10:00:01 INFO [web] GET /cart from 203.0.113.8 200
            2026-11-20 10:05:00 ERROR [pool] connection to db-1:5432 refused
            java.net.ConnectException: Connection refused
            \tat app.Db.open(Db.java:17)
            2026-11-20 10:05:10 WARN [web] slow answer for 203.0.113.8
            2026-11-20 10:05:20 ERROR [pool] connection to db-1:5432 refused
            2026-11-20 10:09:00 INFO [web] GET /cart from 203.0.113.7 503
            """;

    /** Tool, arguments, and the beginning of each line that is expected, parted by semicolons. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            search          | {"query":"REFUSED"}                                  | S1:3 ;S1:4 ;S1:7
            search          | {"query":"refused","from":"10:05:05"}                | S1:7
            search          | {"query":"db-\\\\d:\\\\d+ ref","kind":"regex"}       | S1:3 ;S1:7
            search          | {"query":"for <ip:[2]>$","kind":"regex","level":"warn"} | S1:6
            search          | {"query":"refused","max":1}                          | S1:3 ;(2 more lines match
            search          | {"query":"nowhere"}                                  | (no line matches
            read_lines      | {"source":"S1","first":4,"last":5}                   | S1:4 java.net;S1:5 \tat app
            read_lines      | {"source":"S1","first":8,"last":900}                 | S1:8
            around_time     | {"time":"10:05:10","seconds":10}                     | S1:3 ;S1:6 ;S1:7
            around_time     | {"time":"10:05:10","seconds":10,"level":"error"}     | S1:3 ;S1:7
            around_time     | {"time":"2026-11-20T10:20:00Z","seconds":5}          | (nothing within 5 seconds; the nearest
            entity_history  | {"name":"db-1"}                                      | S1:3 ;S1:7 ;(mentioned in 2 lines, 2 of them
            entity_history  | {"name":"<ip:2>"}                                    | S1:2 ;S1:6 ;(mentioned in 2 lines, 0 of them
            explain_code    | {"code":"epipe"}                                     | errno EPIPE / 32
            explain_code    | {"code":"14","kind":"grpc"}                          | grpc UNAVAILABLE / 14
            lookup_rule     | {"rule":"container memory limit killed","max":1}     | rule
            """)
    void eachToolAnswers(String tool, String arguments, String expected) {
        ToolAnswer answer = run(ToolLimits.DEFAULT).call(tool, arguments);

        assertThat(answer.failed()).as(answer.output().toString()).isFalse();
        String[] lines = answer.output().toString().split("\n");
        String[] starts = expected.split(";(?=S1:|\\()");
        for (int i = 0; i < starts.length; i++) {
            assertThat(lines[i]).startsWith(starts[i].stripTrailing());
        }
        if (!tool.equals("lookup_rule")) {
            assertThat(lines).hasSize(starts.length);
        }
    }

    @Test
    void periodsAreCompared() {
        ToolAnswer answer = run(ToolLimits.DEFAULT)
                .call(
                        "compare_periods",
                        "{\"from_a\":\"10:00\",\"to_a\":\"10:04\",\"from_b\":\"10:05\",\"to_b\":\"10:09\"}");

        assertThat(answer.output().toString())
                .contains("S1:3 [NEW: 0 before, 2 after]")
                .contains("2 records in a, 4 in b");
    }

    @Test
    void aGroupIsListedAndOpened() {
        ToolRun run = run(ToolLimits.DEFAULT);
        String listed =
                run.call("list_groups", "{\"level\":\"error\"}").output().toString();
        String fingerprint = listed.replaceAll("(?s).*?(v1:[0-9a-f]{16}).*", "$1");

        ToolAnswer opened = run.call("open_group", "{\"group\":\"" + fingerprint + "\"}");

        assertThat(listed).startsWith("S1:3-5 group v1:").contains("2 x ERROR");
        assertThat(opened.output().toString()).contains("S1:3 ", "S1:4 java.net", "S1:7 ");
        assertThat(opened.id()).isEqualTo("T2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            nosuch     | {}                                       | There is no such tool. There are: search
            search     | {                                        | not valid JSON
            search     | []                                       | must be a JSON object
            search     | {}                                       | The argument query is missing. It takes: query, kind
            search     | {"query":7}                              | must be of the type string
            search     | {"query":"a","max":0}                    | must be 1 to 100
            search     | {"query":"a","max":1.5}                  | must be of the type integer
            search     | {"query":"a","kind":"fuzzy"}             | must be one of: literal, regex
            search     | {"query":"a","colour":"red"}             | an argument that the tool does not have
            search     | {"query":"a","source":"S9"}              | There is no such source. There are: S1
            search     | {"query":"a","from":"noon"}              | is no time: give 10:42
            search     | {"query":"(a","kind":"regex"}            | The pattern cannot be used
            read_lines | {"source":"S1","first":99,"last":100}    | The source has only 8 lines
            open_group | {"group":"v1:0000000000000000"}          | There is no such group
            """)
    void whatCannotBeDoneIsSaidAndIsNoEvidence(String tool, String arguments, String why) {
        ToolRun run = run(ToolLimits.DEFAULT);
        ToolAnswer answer = run.call(tool, arguments);

        assertThat(answer.failed()).isTrue();
        assertThat(answer.id()).isEmpty();
        assertThat(answer.output().toString()).contains(why);
        assertThat(run.evidence().sources()).containsExactly("S1");
    }

    @Test
    void theCallsOfATurnAreLimited() {
        ToolRun run = run(new ToolLimits(2, 8_000, 40_000, Duration.ofSeconds(10)));
        run.call("search", "{\"query\":\"a\"}");
        run.call("search", "{\"query\":\"a\"}");

        assertThat(run.call("search", "{\"query\":\"a\"}").output().toString()).contains("No more than 2 calls");
    }

    @Test
    void whatWasCutIsSaidAndNotCitable() {
        ToolRun run = run(new ToolLimits(9, 250, 40_000, Duration.ofSeconds(10)));
        ToolAnswer answer = run.call("read_lines", "{\"source\":\"S1\",\"first\":1,\"last\":8}");

        assertThat(answer.lines()).isEqualTo(4);
        assertThat(answer.output().toString()).endsWith("ask for fewer lines, or for a narrower part)");
        assertThat(answer.citable()).isEqualTo(run.evidence().text(new LineRef("T1", 1, 4)));
    }

    @Test
    void theBreakdownOfAToolIsNotShown() {
        Tool broken = tool("broken", arguments -> {
            throw new IllegalStateException("secret " + SECRET);
        });

        ToolAnswer answer = run(List.of(broken)).call("broken", "{}");

        assertThat(answer.failed()).isTrue();
        assertThat(answer.output().toString()).doesNotContain("secret", SECRET);
    }

    @Test
    void whatAToolSaysIsRedactedAndCleaned() {
        Tool foreign =
                tool("foreign", arguments -> new ToolOutput("key " + SECRET + "\r\n\u001b[31mred\u0000\u202e", ""));
        Tool refusing = tool("refusing", arguments -> {
            throw new ToolException("not with " + SECRET);
        });
        ToolRun run = run(List.of(foreign, refusing));

        ToolAnswer answer = run.call("foreign", "{\"x\":\"" + SECRET + "\"}");

        assertThat(answer.output().toString()).isEqualTo("key <aws-access-key:1>\n[31mred");
        assertThat(answer.asked().toString()).doesNotContain(SECRET);
        assertThat(run.call("refusing", "{}").output().toString()).isEqualTo("not with <aws-access-key:1>");
    }

    @Test
    void theLinesOfTheEvidenceStayAsTheyAre() {
        ToolRun run = run(ToolLimits.DEFAULT);
        ToolAnswer answer = run.call("read_lines", "{\"source\":\"S1\",\"first\":1,\"last\":8}");

        StringBuilder expected = new StringBuilder();
        for (int line = 1; line <= 8; line++) {
            RedactedText text = run.evidence().text(LineRef.of("S1", line));
            expected.append(line == 1 ? "" : "\n")
                    .append("S1:")
                    .append(line)
                    .append(' ')
                    .append(text);
        }
        assertThat(answer.output().toString()).isEqualTo(expected.toString()).contains("<ip:1>", "<ip:2>");
    }

    @Test
    void ofAVeryLongLineThePartThatMatchesIsShown() {
        String log = "start " + "x".repeat(200_000) + " needle " + "y".repeat(200_000) + "\n";
        ToolRun run =
                new Toolbox(StandardTools.all(), ToolLimits.DEFAULT).begin(scene(log), RedactionSession.create(), 1);

        String output = run.call("search", "{\"query\":\"needle\"}").output().toString();

        assertThat(output).startsWith("S1:1 ... x").contains(" needle y").hasSizeLessThan(1_100);
    }

    @Test
    void theVersionDependsOnWhatAModelSees() {
        Toolbox standard = Toolbox.standard(List.of(), ToolLimits.DEFAULT);
        Toolbox more = Toolbox.standard(List.of(tool("more", a -> new ToolOutput("", ""))), ToolLimits.DEFAULT);

        assertThat(standard.version()).matches("[0-9a-f]{12}").isNotEqualTo(more.version());
        assertThat(standard.version())
                .isEqualTo(Toolbox.standard(List.of(), new ToolLimits(1, 1, 1, Duration.ZERO))
                        .version());
        assertThatThrownBy(() -> Toolbox.standard(List.of(new SearchTool()), ToolLimits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 1000)
    void theSchemaIsReadAsAValidatorReadsIt(@ForAll("objects") ObjectNode arguments) throws Exception {
        for (Tool tool : StandardTools.all()) {
            JsonNode schema = JSON.readTree(tool.spec().schema().wording());
            JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);

            assertThat(fits(schema, arguments))
                    .as(tool.spec().name() + " " + arguments)
                    .isEqualTo(validator.validate(arguments).isEmpty());
        }
    }

    private static boolean fits(JsonNode schema, JsonNode arguments) {
        try {
            new ArgumentSchema(schema).check(arguments);
            return true;
        } catch (ToolException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<String> names = Arbitraries.of(
                "query", "kind", "source", "level", "max", "first", "last", "group", "time", "seconds", "name", "code",
                "rule", "from_a", "to_a", "from_b", "to_b", "other");
        Arbitrary<JsonNode> values = Arbitraries.of(
                        "\"\"",
                        "\"a\"",
                        "\"S1\"",
                        "\"literal\"",
                        "\"error\"",
                        "\"" + "z".repeat(600) + "\"",
                        "0",
                        "1",
                        "5",
                        "101",
                        "1.5",
                        "-3",
                        "99999999",
                        "true",
                        "[]",
                        "{}")
                .map(ToolboxTest::json);
        return Arbitraries.maps(names, values).ofMaxSize(6).map(map -> {
            ObjectNode object = JSON.createObjectNode();
            map.forEach(object::set);
            return object;
        });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Tool tool(String name, Function<JsonNode, ToolOutput> call) {
        RedactedText description = RedactionSession.create().redact("a tool from elsewhere");
        RedactedText schema = RedactionSession.create().redact("{\"type\":\"object\"}");
        return new Tool() {
            @Override
            public ToolSpec spec() {
                return new ToolSpec(name, new Part.Evidence(description), new Part.Evidence(schema));
            }

            @Override
            public ToolOutput call(JsonNode arguments, ToolScene scene) {
                return call.apply(arguments);
            }
        };
    }

    private static ToolRun run(ToolLimits limits) {
        return Toolbox.standard(List.of(), limits).begin(scene(LOG), RedactionSession.create(), 1);
    }

    private static ToolRun run(List<Tool> tools) {
        return new Toolbox(tools, ToolLimits.DEFAULT).begin(scene(LOG), RedactionSession.create(), 1);
    }

    private static ToolScene scene(String log) {
        Analysis analysis = Troubleshooter.builder()
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build()
                .open();
        analysis.read(LogSource.text(log, "app.log"));
        return new ToolScene(analysis.frame(), analysis.evidence(), RULES, Duration.ofSeconds(30));
    }

    @Test
    void codesAreKnownInAllAreas() {
        Map<String, Long> perKind =
                Codes.all().stream().collect(Collectors.groupingBy(Code::kind, Collectors.counting()));

        assertThat(Codes.all()).hasSizeGreaterThan(380);
        assertThat(perKind.keySet()).containsExactlyInAnyOrderElementsOf(Codes.KINDS);
        assertThat(Codes.all()).allSatisfy(code -> {
            assertThat(code.meaning()).hasSizeGreaterThan(1);
            assertThat(code.causes()).endsWith(".");
            assertThat(code.names())
                    .allSatisfy(
                            name -> assertThat(Codes.find(name, code.kind())).contains(code));
        });
        assertThat(Codes.find("137")).extracting(Code::kind).containsExactly("exit");
        assertThat(Codes.find("sigkill")).hasSize(1);
    }
}
