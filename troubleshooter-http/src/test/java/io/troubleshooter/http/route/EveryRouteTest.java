package io.troubleshooter.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.route.Visitor.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each route of the service, as its table has them, tried by each kind of visitor who is to be refused. A route that is
 * added is tried too; where its path has a name that is not known here, this test fails until it is told.
 */
class EveryRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOG = "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

    /** Routes that everybody may ask, by their operations: a new one has to be added here by somebody who thought of it. */
    private static final Set<String> OPEN = Set.of(
            "live",
            "ready",
            "version",
            "openApi",
            "problems",
            "page",
            "sharedPage",
            "asset",
            "versionedAsset",
            "login");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Map<String, String> names;
    private static String owner;
    private static String link;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.in(
                folder,
                Map.of("access.required", "true", "access.attempts", "100000", "limits.requestsPerMinute", "100000"));
        owner = service.key("shop", "lovelace", Role.ANALYST);
        names = aSessionWithEverything();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Map<String, String> aSessionWithEverything() throws IOException {
        Map<String, String> made = new HashMap<>();
        String session = "/v1/sessions/"
                + made("/v1/sessions", "{\"title\":\"disk\"}").path("id").asText();
        made.put("session", session.substring("/v1/sessions/".length()));
        made(session + "/evidence", "{\"text\":" + JSON.writeValueAsString(LOG) + "}");
        made.put(
                "question",
                made(session + "/questions", "{\"question\":\"why\"}")
                        .path("id")
                        .asText());
        made.put(
                "comment",
                made(session + "/comments", "{\"text\":\"look\",\"on\":null}")
                        .path("id")
                        .asText());
        made.put(
                "feedback",
                made(session + "/feedback", "{\"rank\":1,\"verdict\":\"yes\"}")
                        .path("id")
                        .asText());
        JsonNode shared = made(session + "/links", "{\"expiresIn\":\"1h\"}");
        link = shared.path("token").asText();
        made.put("link", shared.path("id").asText());
        made.put("key", owner.split("_")[1]);
        made.put("user", "hopper");
        made.put("token", "tstu_0000000000000000000000000000000000000000000");
        made.put("file", "main.js");
        made.put("version", "0");
        made.values().forEach(value -> assertThat(value).isNotEmpty());
        return made;
    }

    private static JsonNode made(String path, String json) throws IOException {
        HttpResponse<String> answer = service.send(service.with(owner, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** What is expected of a route that somebody tries. */
    private interface Expected {
        void of(Route route, Told told);
    }

    private static Stream<DynamicTest> each(Predicate<Route> routes, Visitor visitor, Expected expected) {
        List<Route> tried = service.routes().routes().stream().filter(routes).toList();
        assertThat(tried).isNotEmpty();
        return tried.stream()
                .map(route -> DynamicTest.dynamicTest(
                        route.method() + " " + route.path(), () -> expected.of(route, visitor.tries(route))));
    }

    private static Visitor with(String key) {
        return new Visitor(service, Map.of("Authorization", "Bearer " + key), names);
    }

    private static void refused(Told told, int status, String code) {
        assertThat(told.status()).as(told.body()).isEqualTo(status);
        assertThat(told.code()).isEqualTo(code);
        showsNothing(told);
    }

    private static void showsNothing(Told told) {
        assertThat(told.body()).doesNotContain("No space left", "\"title\":\"disk\"", "lovelace");
    }

    private static boolean needsRole(Route route) {
        return route.access().role() != null;
    }

    private static boolean isAbove(Route route, Role role) {
        Role needed = route.access().role();
        return needed != null && !role.covers(needed);
    }

    @TestFactory
    Stream<DynamicTest> whoHasNoKeyIsAskedForOne() {
        return each(
                EveryRouteTest::needsRole,
                new Visitor(service, Map.of(), names),
                (route, told) -> refused(told, 401, "key_required"));
    }

    @TestFactory
    Stream<DynamicTest> aWrongKeyIsRefused() {
        String wrong = owner.substring(0, owner.length() - 2) + "__";
        return each(EveryRouteTest::needsRole, with(wrong), (route, told) -> refused(told, 401, "key_refused"));
    }

    @TestFactory
    Stream<DynamicTest> anExpiredKeyIsRefused() {
        String expired = service.expiredKey("shop", "lovelace", Role.ADMIN);
        return each(EveryRouteTest::needsRole, with(expired), (route, told) -> refused(told, 401, "key_refused"));
    }

    @TestFactory
    Stream<DynamicTest> aTokenOfNobodyIsRefused() {
        return each(EveryRouteTest::needsRole, with("e30.e30.e30"), (route, told) -> refused(told, 401, "key_refused"));
    }

    @TestFactory
    Stream<DynamicTest> aViewerMayNotWrite() {
        String viewer = service.key("shop", "eve", Role.VIEWER);
        return each(
                route -> isAbove(route, Role.VIEWER), with(viewer), (route, told) -> refused(told, 403, "forbidden"));
    }

    @TestFactory
    Stream<DynamicTest> anAnalystMayNotAdminister() {
        return each(
                route -> isAbove(route, Role.ANALYST), with(owner), (route, told) -> refused(told, 403, "forbidden"));
    }

    @TestFactory
    Stream<DynamicTest> theSessionOfAnotherProjectIsNotThere() {
        String stranger = service.key("bank", "mallory", Role.ADMIN);
        return each(Route::ofSession, with(stranger), (route, told) -> refused(told, 404, "session_not_found"));
    }

    @TestFactory
    Stream<DynamicTest> theSessionOfAColleagueIsNotThereUntilItIsShared() {
        String colleague = service.key("shop", "grace", Role.ANALYST);
        return each(Route::ofSession, with(colleague), (route, told) -> refused(told, 404, "session_not_found"));
    }

    @TestFactory
    Stream<DynamicTest> nothingOfAnotherProjectIsShown() {
        String stranger = service.key("bank", "mallory", Role.ADMIN);
        Map<String, String> theirs = new HashMap<>(names);
        theirs.put("user", "someone");
        return each(
                route -> needsRole(route) && !route.ofSession(),
                new Visitor(service, Map.of("Authorization", "Bearer " + stranger), theirs),
                (route, told) -> {
                    showsNothing(told);
                    assertThat(told.body()).doesNotContain(names.get("session"), "shop");
                    if (route.path().endsWith("{key}")) {
                        refused(told, 404, "not_found");
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> aLinkOpensNothingButItsSessionToRead() {
        Visitor visitor = new Visitor(service, Map.of("X-Share-Token", link), names);
        return each(EveryRouteTest::needsRole, visitor, (route, told) -> {
            if (isAbove(route, Role.VIEWER) || !route.ofSession() && !route.is(Route.Trait.SELF)) {
                refused(told, 403, "forbidden");
            } else {
                assertThat(told.status()).as(told.body()).isBetween(200, 422).isNotIn(401, 403);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aLinkDoesNotOpenAnotherSession() throws IOException {
        Map<String, String> other = new HashMap<>(names);
        other.put("session", made("/v1/sessions", "{}").path("id").asText());
        Visitor visitor = new Visitor(service, Map.of("X-Share-Token", link), other);
        return each(
                route -> route.ofSession() && !isAbove(route, Role.VIEWER),
                visitor,
                (route, told) -> refused(told, 404, "session_not_found"));
    }

    @TestFactory
    Stream<DynamicTest> aWrongLinkOpensNothing() {
        Visitor visitor = new Visitor(service, Map.of("X-Share-Token", "tstl_" + "A".repeat(43)), names);
        return each(EveryRouteTest::needsRole, visitor, (route, told) -> refused(told, 401, "key_refused"));
    }

    /** Also by an administrator: it is not who sends it that counts. */
    @TestFactory
    Stream<DynamicTest> aSecretInThePathHasToBeTheRightOne() {
        return tryThose(Access.CAPABILITY, with(service.key("shop", "root", Role.ADMIN)), 404, 410);
    }

    @TestFactory
    Stream<DynamicTest> aMessageThatIsNotSignedIsRefused() {
        return tryThose(Access.SIGNED, new Visitor(service, Map.of(), names), 401, 403);
    }

    @TestFactory
    Stream<DynamicTest> aMessageThatIsSignedByAnybodyIsRefused() {
        Map<String, String> signature = Map.of(
                "X-Tst-Project",
                "shop",
                "X-Tst-Timestamp",
                Long.toString(System.currentTimeMillis() / 1000),
                "X-Tst-Signature",
                "v1=" + "0".repeat(64));
        return tryThose(Access.SIGNED, new Visitor(service, signature, names), 401, 403);
    }

    /** Programs that cannot sign may show a key instead, but not any. */
    @TestFactory
    Stream<DynamicTest> aMessageOfAViewerIsRefused() {
        return tryThose(Access.SIGNED, with(service.key("shop", "eve", Role.VIEWER)), 401, 403);
    }

    @TestFactory
    Stream<DynamicTest> aMessageWithAWrongKeyIsRefused() {
        return tryThose(Access.SIGNED, with("tst_wrong"), 401, 403);
    }

    private static Stream<DynamicTest> tryThose(Access access, Visitor visitor, int status, int orStatus) {
        return service.routes().routes().stream()
                .filter(route -> route.access() == access)
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    Told told = visitor.tries(route);
                    assertThat(told.status()).as(told.body()).isIn(status, orStatus);
                    showsNothing(told);
                }));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheseAreOpen() {
        return service.routes().routes().stream()
                .filter(route -> route.access() == Access.OPEN)
                .map(route -> DynamicTest.dynamicTest(
                        route.operation(), () -> assertThat(OPEN).contains(route.operation())));
    }
}
