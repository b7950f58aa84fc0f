package io.troubleshooter.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.route.Route;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API is of this API, and a description that tools can read. */
class OpenApiTest {

    @TempDir
    static Path folder;

    private static RunningService service;

    private final JsonNode document = OpenApiDocument.read();

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> OpenApiDocument.operations(path.getValue())
                        .forEach(each -> described.add(each.method() + " " + path.getKey() + " "
                                + each.json().path("operationId").asText() + " "
                                + each.json().path("x-access").asText())));
        Set<String> routes = new TreeSet<>();
        for (Route route : service.routes().routes()) {
            routes.add((route.method() + " " + route.path())
                            .toLowerCase(Locale.ROOT)
                            .replace(route.path().toLowerCase(Locale.ROOT), route.path())
                    + " " + route.operation() + " " + route.access().name().toLowerCase(Locale.ROOT));
        }

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void namesEachOperationOnce() {
        List<String> names = document.path("paths").findValuesAsText("operationId");

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void everyNameInAPathIsAParameterThere() {
        document.path("paths").properties().forEach(path -> {
            Set<String> wanted = new HashSet<>();
            java.util.regex.Pattern.compile("\\{([a-z]+)}")
                    .matcher(path.getKey())
                    .results()
                    .forEach(found -> wanted.add(found.group(1)));
            Set<String> given = new HashSet<>();
            for (JsonNode parameter : path.getValue().path("parameters")) {
                JsonNode whole = parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asText().substring(1))
                        : parameter;
                if (whole.path("in").asText().equals("path")) {
                    given.add(whole.path("name").asText());
                }
            }
            assertThat(given).as(path.getKey()).isEqualTo(wanted);
        });
    }

    @Test
    void everyOperationSaysWhoMayCallItAndWhatComesBack() {
        document.path("paths")
                .properties()
                .forEach(path -> OpenApiDocument.operations(path.getValue()).forEach(each -> {
                    String name = each.method() + " " + path.getKey();
                    assertThat(each.json().path("summary").asText()).as(name).isNotEmpty();
                    assertThat(each.json().path("tags")).as(name).hasSize(1);
                    assertThat(each.json().path("security").isArray()).as(name).isTrue();
                    assertThat(statuses(each.json())).as(name).anyMatch(status -> status.startsWith("2"));
                }));
    }

    private static List<String> statuses(JsonNode operation) {
        List<String> statuses = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    @Test
    void everyAnswerHasTheHeadersThatAllHave() {
        document.path("paths")
                .properties()
                .forEach(path -> OpenApiDocument.operations(path.getValue())
                        .forEach(each -> each.json()
                                .path("responses")
                                .properties()
                                .forEach(response -> assertThat(resolved(response.getValue())
                                                .path("headers")
                                                .has("X-Request-Id"))
                                        .as(each.method() + " " + path.getKey() + " " + response.getKey())
                                        .isTrue())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    @Test
    void isServedAsItIsRead() throws Exception {
        JsonNode served =
                new ObjectMapper().readTree(service.get("/openapi.json").body());

        assertThat(served).isEqualTo(new ObjectMapper().readTree(document.toString()));
        assertThat(served.path("openapi").textValue()).startsWith("3.1");
    }

    @Test
    void everyProblemHasAnAnchorToWhichItsTypeLeads() throws Exception {
        String page = service.send(
                        HttpRequest.newBuilder(service.uri("/problems")).header("Accept", "text/html"))
                .body();
        JsonNode json = new ObjectMapper().readTree(service.get("/problems").body());

        for (ProblemCode code : ProblemCode.values()) {
            assertThat(page).contains("<section id=\"" + code.code() + "\">");
        }
        assertThat(StreamSupport.stream(json.path("problems").spliterator(), false)
                        .map(each -> each.path("code").textValue()))
                .hasSize(ProblemCode.values().length);
    }

    @Test
    void saysWhetherItCanServeAndWhichBuildItIs() {
        assertThat(service.get("/health/ready").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(service.get("/version").body()).contains("\"api\":\"v1\"");
    }
}
