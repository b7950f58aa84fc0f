package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministrationTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String shop;
    private static String bank;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("access.required", "true"));
        shop = service.key("shop", "root", Role.ADMIN);
        bank = service.key("bank", "root", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> get(String key, String path) {
        return service.send(service.with(key, path));
    }

    private static HttpResponse<String> put(String key, String path, String json) {
        return service.send(service.with(key, path).PUT(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> makeKey(String json) {
        return service.send(service.with(shop, "/v1/admin/keys").POST(BodyPublishers.ofString(json)));
    }

    @Test
    void aKeyThatIsMadeWorksAndIsListedWithoutItsSecret() {
        HttpResponse<String> made = makeKey(
                "{\"user\":\"carol\",\"role\":\"viewer\",\"expiresIn\":\"7d\",\"name\":\"of carol@example.org\"}");
        String secret = made.body().replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(get(secret, "/v1/me").body()).contains("\"user\":\"carol\"", "\"role\":\"viewer\"");
        assertThat(get(shop, "/v1/admin/keys").body())
                .contains("carol", "<email:1>")
                .doesNotContain(secret, "carol@example.org", "hash");
    }

    @Test
    void listsGoOnPageByPage() {
        for (int i = 0; i < 3; i++) {
            makeKey("{\"user\":\"many" + i + "\",\"role\":\"viewer\"}");
        }
        String first = get(shop, "/v1/admin/keys?limit=2").body();
        String cursor = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        String second = get(shop, "/v1/admin/keys?limit=200&cursor=" + cursor).body();

        assertThat(second).contains("\"next\":null");
        assertThat(first.split("\"id\"")).hasSize(3);
        assertThat(get(shop, "/v1/admin/keys?cursor=%00").statusCode()).isEqualTo(422);
        assertThat(get(shop, "/v1/admin/audit?cursor=YQ").statusCode()).isEqualTo(422);
    }

    @Test
    void keysThatCannotBeAreRefusedByField() {
        assertThat(makeKey("{\"user\":\"a/b\",\"role\":\"viewer\"}").body()).contains("\"pointer\":\"/user\"");
        assertThat(makeKey("{\"user\":\"a\",\"role\":\"king\"}").body()).contains("\"pointer\":\"/role\"");
        assertThat(makeKey("{\"user\":\"a\",\"role\":\"viewer\",\"expiresIn\":\"soon\"}")
                        .body())
                .contains("\"pointer\":\"/expiresIn\"");
    }

    @Test
    void aUserMayGetABudgetOfTheirOwn() {
        String dave = service.key("shop", "dave", Role.ANALYST);

        put(shop, "/v1/admin/budgets/dave", "{\"dailyUsd\":2.5}");

        assertThat(get(dave, "/v1/usage").body()).contains("\"limitUsd\":2.5,\"spentUsd\":0.0");
        assertThat(get(shop, "/v1/admin/budgets").body()).contains("\"user\":\"dave\",\"own\":true");
        assertThat(get(bank, "/v1/admin/budgets").body()).doesNotContain("dave");
        put(shop, "/v1/admin/budgets/dave", "{\"dailyUsd\":null}");
        assertThat(get(dave, "/v1/usage").body()).contains("\"limitUsd\":1.0");
        for (String wrong : new String[] {"{}", "{\"dailyUsd\":-1}", "{\"dailyUsd\":\"1\"}", "{\"dailyUsd\":1e300}"}) {
            assertThat(put(shop, "/v1/admin/budgets/dave", wrong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void whatAdministratorsDoIsInTheAuditOfTheirProjectAlone() {
        put(shop, "/v1/admin/budgets/erin", "{\"dailyUsd\":3}");

        assertThat(get(shop, "/v1/admin/audit").body())
                .contains("\"action\":\"set-budget\"", "\"user\":\"root\"", "user=erin daily=3000000");
        assertThat(get(bank, "/v1/admin/audit").body()).doesNotContain("erin");
        assertThat(get(shop, "/v1/admin/audit/verification").body()).contains("\"sound\":true", "\"firstBroken\":null");
    }

    @Test
    void attemptsOfUnknownsAreShownToAdministratorsOfTheFirstProject() {
        String operator = service.key("default", "root", Role.ADMIN);
        for (int i = 0; i < 11; i++) {
            get("tst_wrong", "/v1/me");
        }

        assertThat(get(operator, "/v1/admin/audit").body())
                .contains("\"user\":\"(unknown)\",\"action\":\"refuse-access\"");
        assertThat(get(shop, "/v1/admin/audit").body()).doesNotContain("refuse-access");
    }

    @Test
    void sessionsAreKeptAsLongAsAnAdministratorSays() {
        assertThat(get(shop, "/v1/admin/retention").body()).isEqualTo("{\"days\":30}");

        assertThat(put(shop, "/v1/admin/retention", "{\"days\":7}").body()).isEqualTo("{\"days\":7}");

        assertThat(get(bank, "/v1/admin/retention").body()).isEqualTo("{\"days\":30}");
        assertThat(put(shop, "/v1/admin/retention", "{\"days\":0}").statusCode())
                .isEqualTo(422);
        assertThat(service.send(service.with(shop, "/v1/admin/retention/purge").POST(BodyPublishers.noBody()))
                        .body())
                .isEqualTo("{\"removed\":0}");
    }

    @Test
    void costsAreListedForEveryDay() {
        String costs = get(shop, "/v1/admin/costs?days=3").body();

        assertThat(costs.split("\"day\"")).hasSize(4);
        assertThat(costs).contains("\"anomalies\":[]", "\"byUser\":[]");
        assertThat(get(shop, "/v1/admin/costs?days=1000").statusCode()).isEqualTo(422);
    }
}
