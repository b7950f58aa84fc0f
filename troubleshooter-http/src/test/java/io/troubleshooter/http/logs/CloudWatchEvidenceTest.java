package io.troubleshooter.http.logs;

import static io.troubleshooter.http.logs.LogsFixture.add;
import static io.troubleshooter.http.logs.LogsFixture.json;
import static io.troubleshooter.http.logs.LogsFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of CloudWatch as evidence of a session. */
class CloudWatchEvidenceTest {

    private static final String GROUP = "/aws/lambda/checkout";
    private static final String OTHER = "/aws/lambda/stock";
    private static final String SECRET = "/aws/lambda/payroll";
    private static final String FULL = "ERROR could not extend file: No space left on device";

    @TempDir
    static Path folder;

    private static CloudWatchLogsServer server;
    private static RunningService service;

    private final String session = session(service);

    @BeforeAll
    static void start() {
        server = new CloudWatchLogsServer();
        Instant now = Instant.now();
        server.put(GROUP, "a", now.minusSeconds(3_000), "INFO started");
        server.put(GROUP, "b", now.minusSeconds(2_000), FULL);
        server.put(OTHER, "c", now.minusSeconds(1_000), "ERROR order 7 failed");
        server.put(SECRET, "d", now.minusSeconds(1_000), "ERROR salary of 12 failed");
        Map<String, String> settings = LogsFixture.settings(server, GROUP + "," + OTHER + ",/ecs/*");
        settings.put("cloudwatch.events", "100");
        service = RunningService.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    @Test
    void eventsOfAGroupAreEvidenceAndDiagnosed() {
        HttpResponse<String> answer = add(service, session, "{'group': '" + GROUP + "', 'from': '1h ago'}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode added = json(answer);
        assertThat(added.at("/sources/0/name").asText()).isEqualTo(GROUP);
        assertThat(added.at("/sources/0/lines").asInt()).isEqualTo(2);
        assertThat(added.at("/diagnosis/verdict").asText()).isEqualTo("incident");
        assertThat(added.at("/cloudwatch/events").asInt()).isEqualTo(2);
        assertThat(added.at("/cloudwatch/notes")).isEmpty();
    }

    @Test
    void streamsAndFilterNarrowIt() {
        JsonNode one = json(add(service, session, "{'group': '" + GROUP + "', 'streams': ['b'], 'from': '1h'}"));
        JsonNode prefix = json(add(service, session, "{'group': '" + GROUP + "', 'streamPrefix': 'a', 'from': '1h'}"));
        JsonNode filtered =
                json(add(service, session, "{'group': '" + GROUP + "', 'from': '1h', 'to': 'now', 'filter': 'ERROR'}"));

        assertThat(one.at("/sources/0/name").asText()).isEqualTo(GROUP + "/b");
        assertThat(prefix.at("/sources/0/lines").asInt()).isEqualTo(1);
        assertThat(filtered.at("/cloudwatch/events").asInt()).isEqualTo(1);
    }

    @Test
    void severalGroupsAreSearchedByOneQueryAndTheirCostIsTold() {
        int before = server.calls().size();

        JsonNode added = json(add(
                service, session, "{'groups': ['" + GROUP + "', '" + OTHER + "'], 'from': '1h', 'filter': 'ERROR'}"));

        assertThat(server.calls().stream().skip(before))
                .containsOnlyOnce("StartQuery")
                .doesNotContain("FilterLogEvents");
        assertThat(added.path("sources").findValuesAsText("name")).containsExactlyInAnyOrder(GROUP, OTHER);
        assertThat(added.at("/cloudwatch/bytesScanned").asLong()).isPositive();
        assertThat(added.at("/cloudwatch/costUsd").asDouble()).isPositive();
        assertThat(added.at("/cloudwatch/pricesAsOf").asText()).startsWith("20");
    }

    @Test
    void rowsThatAreNoEventsAreASourceOfTheirOwn() {
        JsonNode added = json(add(
                service, session, "{'group': '" + GROUP + "', 'from': '1h', 'query': 'stats count(*) as failures'}"));

        assertThat(added.at("/sources/0/name").asText()).isEqualTo("query");
        assertThat(service.get("/v1/sessions/" + session + "/lines?source=S1").body())
                .contains("failures=2");
    }

    @Test
    void whatWasCutIsToldAndNoted() {
        JsonNode added = json(add(service, session, "{'group': '" + GROUP + "', 'from': '1h', 'limit': 1}"));

        assertThat(added.at("/sources/0/lines").asInt()).isEqualTo(1);
        assertThat(added.at("/cloudwatch/notes/0").asText()).contains("newest 1");
        assertThat(audited().detail()).contains("kind=fetch groups=1", "events=1", "end=cut");
    }

    @Test
    void theAuditLogHasFiguresAndNothingThatSomebodyTyped() {
        add(service, session, "{'groups': ['" + GROUP + "', '" + OTHER + "'], 'from': '1h', 'filter': 'order'}");

        AuditLog.Event event = audited();
        assertThat(event.session()).isEqualTo(session);
        assertThat(event.detail())
                .matches("kind=search groups=2 seconds=\\d+ events=1 queries=1 scanned=\\d+ end=whole");
        assertThat(event.microUsd()).isNotNegative();
    }

    private AuditLog.Event audited() {
        return service.audit().recent(20).stream()
                .filter(event -> event.action().equals("cloudwatch"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/cloudwatch/group ; {'group': '/aws/lambda/payroll', 'from': '1h'}",
                "/cloudwatch/group ; {'group': '/aws/lambda/not-there', 'from': '1h'}",
                "/cloudwatch/groups ; {'groups': ['/aws/lambda/checkout', '/aws/lambda/payroll'], 'from': '1h'}",
                "/cloudwatch/group ; {'group': '/aws/lambda/check\\u0000out', 'from': '1h'}",
                "/cloudwatch/group ; {'group': '/aws/lambda/checkout\\n', 'from': '1h'}",
                "/cloudwatch/group ; {'group': ['/aws/lambda/checkout'], 'from': '1h'}",
                "/cloudwatch/group ; {'group': '/aws/lambda/checkout', 'groups': ['/aws/lambda/stock'], 'from': '1h'}",
                "/cloudwatch/group ; {'from': '1h'}",
                "/cloudwatch/groups ; {'groups': [], 'from': '1h'}",
                "/cloudwatch/from ; {'group': '/aws/lambda/checkout'}",
                "/cloudwatch/from ; {'group': '/aws/lambda/checkout', 'from': 'the day before'}",
                "/cloudwatch/from ; {'group': '/aws/lambda/checkout', 'from': '9999999999d'}",
                "/cloudwatch/from ; {'group': '/aws/lambda/checkout', 'from': '4d'}",
                "/cloudwatch/to ; {'group': '/aws/lambda/checkout', 'from': '1h', 'to': '2h'}",
                "/cloudwatch/filter ; {'group': '/aws/lambda/checkout', 'from': '1h', 'filter': 'a\\nb'}",
                "/cloudwatch/filter ; {'group': '/aws/lambda/checkout', 'from': '1h', 'filter': 'a', 'query': 'limit 1'}",
                "/cloudwatch/query ; {'group': '/aws/lambda/checkout', 'from': '1h', 'query': 'fields @message | SOURCE logGroups()'}",
                "/cloudwatch/query ; {'group': '/aws/lambda/checkout', 'from': '1h', 'query': 'filter @message like /x/ | unmask(@message)'}",
                "/cloudwatch/limit ; {'group': '/aws/lambda/checkout', 'from': '1h', 'limit': 101}",
                "/cloudwatch/limit ; {'group': '/aws/lambda/checkout', 'from': '1h', 'limit': 99999999999999}",
                "/cloudwatch/limit ; {'group': '/aws/lambda/checkout', 'from': '1h', 'limit': -1}",
                "/cloudwatch/limit ; {'group': '/aws/lambda/checkout', 'from': '1h', 'limit': '5'}",
                "/cloudwatch/streams ; {'groups': ['/aws/lambda/checkout', '/aws/lambda/stock'], 'from': '1h', 'streams': ['a']}",
                "/cloudwatch/streams ; {'group': '/aws/lambda/checkout', 'from': '1h', 'streams': ['a\\tb']}",
                "/cloudwatch ; {'group': '/aws/lambda/checkout', 'from': '1h', 'endpoint': 'http://169.254.169.254'}",
                "/cloudwatch ; 7",
            })
    void whatMayNotBeIsRefusedByFieldAndNeverReachesAws(String pointer, String form) {
        int before = server.calls().size();

        HttpResponse<String> answer = add(service, session, form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(answer.body()).doesNotContain("payroll", "not-there", "169.254", "the day before");
        assertThat(server.calls()).hasSize(before);
    }

    @Test
    void aGroupThatIsNotThereAndOneThatIsNotAllowedCannotBeToldApart() {
        HttpResponse<String> there = add(service, session, "{'group': '" + SECRET + "', 'from': '1h'}");
        HttpResponse<String> nowhere = add(service, session, "{'group': '/aws/lambda/nowhere', 'from': '1h'}");

        assertThat(json(there).path("detail")).isEqualTo(json(nowhere).path("detail"));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, logs_unavailable, denies",
        "ExpiredTokenException, logs_unavailable, credentials",
        "InvalidParameterException, invalid_value, does not understand",
        "ServiceUnavailableException, logs_unavailable, failed"
    })
    void whatAwsRefusesIsAProblemWithAdviceAndNothingIsAdded(String type, String code, String said) {
        server.refuse("FilterLogEvents", type, 20);

        HttpResponse<String> answer = add(service, session, "{'group': '" + GROUP + "', 'from': '1h', 'filter': '?x'}");

        assertThat(json(answer).path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(json(answer).path("detail").asText()).contains(said);
        assertThat(answer.body()).doesNotContain("secret-of-the-service", "--profile");
        assertThat(json(service.get("/v1/sessions/" + session + "/evidence")).path("sources"))
                .isEmpty();
        assertThat(audited().detail()).isEqualTo("kind=fetch groups=1 end=failed");
        server.refuse("FilterLogEvents", type, 0);
    }

    @Test
    void nothingThatFitsIsSaidAndNotKept() {
        HttpResponse<String> answer = add(service, session, "{'group': '" + GROUP + "', 'from': '1m'}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("unusable_evidence");
        assertThat(json(answer).path("detail").asText()).contains("no such event");
    }

    @Test
    void secretsInEventsAreRedacted() {
        String group = "/ecs/login";
        server.put(group, "a", Instant.now().minusSeconds(10), "ERROR login failed password=hunter2hunter2");

        add(service, session, "{'group': '" + group + "', 'from': '1h'}");

        assertThat(service.get("/v1/sessions/" + session + "/lines?source=S1").body())
                .contains("login failed")
                .doesNotContain("hunter2");
    }

    @Test
    void outsideOfSessionsItIsNotTaken() {
        int before = server.calls().size();

        HttpResponse<String> answer = service.send(java.net.http.HttpRequest.newBuilder(service.uri("/v1/diagnose"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"cloudwatch\": {\"group\": \"" + GROUP + "\", \"from\": \"1h\"}}")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(server.calls()).hasSize(before);
    }

    @Test
    void groupsThatMayBeReadAreListedAndNoOthers() {
        server.group("/ecs/web").group("/ecs/Worker").group("/eks/x");

        JsonNode all = json(service.get("/v1/cloudwatch/groups"));
        JsonNode some = json(service.get("/v1/cloudwatch/groups?match=WORK"));

        assertThat(all.path("groups").toString()).contains(GROUP, OTHER, "/ecs/web", "/ecs/Worker");
        assertThat(all.toString()).doesNotContain("payroll", "/eks/");
        assertThat(some.path("groups")).hasSize(1);
        assertThat(json(service.get("/v1/me")).path("features").toString()).contains("cloudwatch");
    }
}
