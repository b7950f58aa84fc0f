package io.troubleshooter.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineTalkTest {

    /** A deployment, a disk that fills up, a database that stops at 10:25:00 (line 753), and what follows from it. */
    private static final CaseFile OUTAGE = file(LogSource.text(outage(), "app.log"));

    private static final OfflineTalk TALK = new OfflineTalk();

    /** Question; words of the answer; a line that must be cited, or nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            show errors around 10:25                      | errors from 10:24:00 to 10:26:59  | S1:753
            errors at 10:25:00?                           | errors from                       | S1:753
            errors between 10:24 and 10:26                | errors from 10:24:00 to 10:26:59  | S1:753
            show me what was logged around 10:25 am       | records from 10:24:00             | S1:753
            was there any error before 10:25              | No error from                     | -
            what happened at 10:15                        | records from 10:14:00             | S1:452
            what happened on 2026-11-20 10:15:00          | records from                      | S1:452
            warnings in the last 5 minutes                | warnings and errors from 10:44:58 | -
            errors in the first 10 minutes                | No error from 10:00:00            | S1:753
            what happened to pod web-1                    | lines mention `web-1`             | S1:776
            what happened to host db-1?                   | `db-1`, from 10:15:00             | S1:753
            is db-1 healthy                               | 149 errors                        | S1:753
            what happened to request req-1700             | 1 line mentions `req-1700`        | S1:873
            tell me about req-1700                        | 1 line mentions `req-1700`        | S1:873
            and pod web-77?                               | could not make out                | -
            what happened to pod web-77?                  | No line mentions `web-77`         | -
            why rank 2                                    | It ranks below [1]                | S1:764
            why 1?                                        | It explains [2]                   | S1:753
            explain the second hypothesis                 | It ranks below [1]                | S1:764
            why do you think so                           | Confidence                        | S1:753
            why rank 9                                    | no hypothesis of that rank        | -
            why not the network                           | nothing in the evidence speaks    | -
            could it be DNS?                              | nothing in the evidence speaks    | -
            is it caused by a memory leak                 | nothing in the evidence speaks    | -
            what about the deployment                     | A deployment at 10:10:00          | S1:301
            could it be the connection being refused      | [2] Connection refused            | S1:764
            when did it start                             | first shows at 10:25:00           | S1:753
            since when is this happening?                 | first shows at 10:25:00           | S1:753
            when did the connections get refused          | first shows at 10:25:20           | S1:764
            how long did it last                          | 1490 seconds later                | S1:1646
            what changed before                           | A deployment at 10:10:00          | S1:452
            what changed before the first error           | A deployment at 10:10:00          | S1:301
            any deployments or restarts?                  | A deployment at 10:10:00          | S1:301
            was anything wrong before the postgres panic  | 1 warning or error before         | S1:452
            was anything wrong before the disk filled up  | No warning or error before that   | S1:452
            what happened after the deployment            | warnings and errors from 10:10:00 | S1:753
            list groups                                   | 148 x ERROR                       | S1:764
            which kinds of errors are there               | 148 x ERROR                       | S1:753
            show me all errors                            | 148 x ERROR                       | S1:764
            most frequent messages                        | 1352 x INFO                       | S1:1
            show lines S1:10-12                           | S1:10-12                          | S1:12
            S1:753                                        | S1:753                            | S1:753
            lines 3 to 5 of S1                            | S1:3-5                            | S1:5
            show lines S7:1-2                             | There is no source of that id     | -
            show line 99999                               | S1 has lines 1 to 1651            | -
            search PANIC                                  | 1 line contains `PANIC`           | S1:753
            grep for "no space left"                      | 1 line contains                   | S1:753
            is there any timeout                          | No line contains `timeout`        | -
            are there any lines with Connection refused?  | 148 lines contain                 | S1:764
            where is req-1700 mentioned                   | 1 line contains `req-1700`        | S1:873
            what does exit code 137 mean                  | SIGKILL                           | -
            what does SQLSTATE 53300 mean?                | connections of the server         | -
            what does 503 mean                            | stands in 148 lines               | S1:765
            504 meaning                                   | Gateway Timeout                   | -
            what is ECONNREFUSED                          | Nothing listens                   | -
            how do I fix it                               | risk                              | S1:753
            how do I fix 2                                | Start or repair                   | S1:764
            how to roll back                              | To undo                           | S1:753
            what next                                     | 1. Space and slots                | S1:753
            what should I do now?                         | 1. Space and slots                | S1:753
            how can I verify that                         | expect:                           | S1:753
            how many errors                               | 149 of the records are errors     | -
            how many errors are there?                    | 149 of the records are errors     | -
            how many lines                                | S1 has 1651 lines                 | -
            how many 503                                  | 148 lines                         | S1:765
            how often did PANIC occur                     | 1 line                            | S1:753
            compare 10:00-10:10 with 10:30-10:40          | new in the second period          | S1:932
            compare before and after                      | gone in the second period         | S1:452
            what is different since 10:25                 | new in the second period          | S1:753
            timeline                                      | deployment                        | S1:753
            what happened?                                | 10:25:00 first error              | S1:753
            what broke                                    | PostgreSQL stopped                | S1:753
            find the root cause                           | PostgreSQL stopped                | S1:753
            is everything ok                              | PostgreSQL stopped                | S1:753
            help                                          | Without a model I can answer      | -
            what is the capital of France                 | could not make out                | S1:753
            """)
    void aQuestionIsAnsweredFromTheEvidence(String question, String words, String line) {
        List<Statement> answer = ask(OUTAGE, question);

        assertThat(text(answer)).contains(words);
        if (line != null) {
            assertThat(cited(answer)).contains(line);
        }
    }

    @ParameterizedTest
    @MethodSource("captured")
    void everyCitationStandsInTheLinesOfRealLogs(Path log) {
        CaseFile file = file(LogSource.of(log));
        for (String question : QUESTIONS) {
            List<Statement> answer = ask(file, question);

            assertThat(answer).as(question).isNotEmpty();
            assertThat(answer).allSatisfy(statement -> stands(file, statement));
        }
    }

    static Stream<Path> captured() throws IOException {
        return Files.list(Path.of("src/test/resources/captured"))
                .filter(file -> file.toString().endsWith(".log"))
                .sorted();
    }

    private static final List<String> QUESTIONS = List.of(
            "what broke",
            "why rank 1",
            "explain 2",
            "how do I fix it",
            "what next",
            "when did it start",
            "how long",
            "what changed before",
            "was anything wrong before it failed",
            "list groups",
            "timeline",
            "show errors",
            "lines 1 to 10",
            "search error",
            "how many errors",
            "compare before and after",
            "what about memory",
            "help");

    @Property(tries = 400)
    void noQuestionMakesItFailOrCiteWhatDoesNotStand(@ForAll("questions") String question) {
        List<Statement> answer = ask(OUTAGE, question);

        assertThat(answer).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.text()).isNotBlank();
            assertThat(statement.verified() && statement.citations().isEmpty()).isFalse();
            stands(OUTAGE, statement);
        });
    }

    @Provide
    Arbitrary<String> questions() {
        Arbitrary<String> word = Arbitraries.of(
                "show",
                "errors",
                "around",
                "10:25",
                "before",
                "the",
                "disk",
                "why",
                "rank",
                "2",
                "not",
                "what",
                "happened",
                "to",
                "db-1",
                "between",
                "and",
                "10:99",
                "compare",
                "S1:5-3",
                "S1:0",
                "lines",
                "999999999999",
                "search",
                "exit code",
                "137",
                "how many",
                "when did",
                "it",
                "start",
                "last",
                "9999999 hours",
                "fix",
                "roll back",
                "2026-13-45 10:00",
                "99:99",
                "\"",
                "<ip:1>",
                "`",
                "is there any",
                "list groups",
                "mean",
                "first",
                "after");
        return Arbitraries.frequencyOf(
                Tuple.of(6, word.list().ofMinSize(1).ofMaxSize(8).map(words -> String.join(" ", words))),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(80)),
                Tuple.of(1, Arbitraries.of(" ".repeat(8_000), "a ".repeat(4_000), "10:25 ".repeat(900), "((((")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"what broke", "errors around 10:42", "how do I fix it", "list groups", "compare before and after"
            })
    void withoutEvidenceItSaysWhatIsMissing(String question) {
        CaseFile nothing = file();

        assertThat(ask(nothing, question))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.verified()).isFalse());
    }

    @Test
    void whatACodeMeansIsToldWithoutEvidenceToo() {
        assertThat(text(ask(file(), "what does exit code 137 mean"))).contains("SIGKILL");
    }

    @Test
    void aRankIsThatOfTheDiagnosisLastShown() {
        CaseFile healthy = file(LogSource.text("2026-11-20 10:00:00 INFO fine\n", "a.log"));

        List<Statement> answer = TALK.answer(healthy, redacted("why rank 2"), OUTAGE.offline());

        assertThat(text(answer)).contains("Connection refused");
    }

    @Test
    void whatTheUserNamesIsFoundUnderItsPlaceholder() {
        CaseFile file = file(LogSource.text("2026-11-20 10:00:00 ERROR 203.0.113.7 refused\n", "a.log"));

        List<Statement> answer = ask(file, "what happened to host 203.0.113.7?");

        assertThat(text(answer)).contains("<ip:1>").doesNotContain("203.0.113.7");
        assertThat(cited(answer)).containsExactly("S1:1");
    }

    private static void stands(CaseFile file, Statement statement) {
        for (Citation citation : statement.citations()) {
            RedactedText lines = file.evidence().text(citation.lines());
            assertThat(lines).isNotNull();
            assertThat(String.valueOf(lines)).contains(citation.quote().toString());
        }
    }

    private static List<Statement> ask(CaseFile file, String question) {
        return TALK.answer(file, redacted(question), null);
    }

    private static RedactedText redacted(String question) {
        return RedactionSession.create().redact(question);
    }

    private static String text(List<Statement> answer) {
        return answer.stream().map(Statement::text).collect(Collectors.joining("\n"));
    }

    private static List<String> cited(List<Statement> answer) {
        List<String> lines = new ArrayList<>();
        for (Statement statement : answer) {
            for (Citation citation : statement.citations()) {
                lines.add(citation.lines().toString());
            }
        }
        return lines;
    }

    private static CaseFile file(LogSource... sources) {
        Analysis analysis = Troubleshooter.builder()
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build()
                .open();
        for (LogSource source : sources) {
            analysis.read(source);
        }
        return new CaseFile(analysis.frame(), analysis.evidence(), analysis.diagnose(null));
    }

    private static String outage() {
        StringBuilder log = new StringBuilder();
        for (int second = 0; second < 3_000; second += 2) {
            String time = String.format("2026-11-20 10:%02d:%02d", second / 60, second % 60);
            switch (second) {
                case 600 ->
                    log.append(time).append(" INFO  [deploy] Successfully rolled out deployment web revision 42\n");
                case 900 -> log.append(time).append(" WARN  [disk] /var/lib/postgresql is 91% full on host db-1\n");
                case 1_500 ->
                    log.append(time)
                            .append(" ERROR [db-1] PANIC: could not write to file \"pg_wal/xlogtemp.31\": ")
                            .append("No space left on device\n");
                default -> {}
            }
            if (second > 1_510 && second % 10 == 0) {
                log.append(time).append(" ERROR [web-").append(second % 3);
                log.append("] could not connect to db-1:5432: Connection refused\n");
                log.append(time).append(" INFO  [proxy] GET /cart/").append(second);
                log.append(" 503 request_id=req-").append(second).append('\n');
            } else {
                log.append(time)
                        .append(" INFO  [web-")
                        .append(second % 3)
                        .append("] GET /cart/")
                        .append(second);
                log.append(" 200 12ms\n");
            }
        }
        return log.toString();
    }
}
