package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alert rules ask for figures that the service really has. */
class DashboardTest {

    private static final Path FILES = Path.of("..", "observability");

    private static final Pattern FIGURE = Pattern.compile("\\b(?:tst|gen_ai|http)_[a-z_]+_?[a-z]*(?=[{\\[\\s)]|$)");

    /** Of models: a service without one has none. */
    private static final Set<String> OF_MODELS = Set.of(
            "gen_ai_client_token_usage_sum",
            "gen_ai_client_operation_duration_seconds_bucket",
            "gen_ai_client_operation_duration_seconds_count",
            "tst_citations_total");

    @TempDir
    Path folder;

    @Test
    void everyFigureThatIsAskedForIsThere() throws IOException {
        String figures = figures();
        Set<String> asked = new TreeSet<>();
        collect(
                new ObjectMapper()
                        .readTree(FILES.resolve("dashboard.json").toFile())
                        .findValuesAsText("expr"),
                asked);
        collect(
                Files.readAllLines(FILES.resolve("alerts.yaml")).stream()
                        .filter(line -> line.contains("expr:"))
                        .toList(),
                asked);

        assertThat(asked).hasSizeGreaterThan(10);
        asked.removeAll(OF_MODELS);
        assertThat(asked).allSatisfy(figure -> assertThat(figures).contains(figure + "{"));
    }

    private static void collect(Iterable<String> expressions, Set<String> figures) {
        for (String expression : expressions) {
            Matcher matcher = FIGURE.matcher(expression.replaceAll("\\{[^}]*}|by \\([^)]*\\)", " "));
            while (matcher.find()) {
                figures.add(matcher.group());
            }
        }
    }

    private String figures() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            String session = service.post("/v1/sessions", "{}").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            service.post("/v1/sessions/" + session + "/evidence", "ERROR mail to ann@example.org failed: disk full\n");
            service.post("/v1/sessions/" + session + "/questions", "{\"question\":\"why?\"}");
            service.get("/v1/sessions/" + session + "/questions/q1/events"); // ends with the answer
            service.get("/v1/sessions/none");
            return service.get("/metrics").body().replaceAll("(?m)^(tst_[a-z_]+) ", "$1{} ");
        }
    }
}
