package io.troubleshooter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCatalogTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final ModelCatalog CATALOG = ModelCatalog.builtIn();

    static List<JsonNode> entries() throws IOException {
        try (InputStream in = ModelCatalog.class.getResourceAsStream("models.json")) {
            List<JsonNode> entries = new ArrayList<>();
            new ObjectMapper().readTree(in).get("models").forEach(entries::add);
            return entries;
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryTakesItsSamplesAndLeavesTheOthers(JsonNode entry) {
        Capabilities own = CATALOG.card(entry.at("/ids/0").asText()).capabilities();
        List<Price> prices = CATALOG.card(entry.at("/ids/0").asText()).prices();
        assertThat(entry.at("/samples/takes")).isNotEmpty();
        assertThat(entry.at("/samples/leaves")).isNotEmpty();
        entry.at("/samples/takes").forEach(id -> {
            assertThat(CATALOG.card(id.asText()).known()).as(id.asText()).isTrue();
            assertThat(CATALOG.card(id.asText()).capabilities()).as(id.asText()).isEqualTo(own);
        });
        entry.at("/samples/leaves")
                .forEach(id -> assertThat(CATALOG.card(id.asText()))
                        .as(id.asText())
                        .satisfies(card -> assertThat(card.known()
                                        && card.capabilities().equals(own)
                                        && card.prices().equals(prices))
                                .isFalse()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryHasPricesWithASourceAndSaneLimits(JsonNode entry) {
        ModelCard card = CATALOG.card(entry.at("/ids/0").asText());
        assertThat(entry.path("source").asText()).isNotBlank();
        assertThat(card.prices()).isNotEmpty();
        assertThat(card.capabilities().context())
                .isGreaterThanOrEqualTo(card.capabilities().maxOutput());
    }

    @Test
    void anUnknownModelIsTreatedCarefully() {
        ModelCard card = CATALOG.card("acme.mystery-9");

        assertThat(card.known()).isFalse();
        assertThat(card.id()).isEqualTo("acme.mystery-9");
        assertThat(card.prices()).isEmpty();
        assertThat(card.capabilities().tools()).isTrue();
        assertThat(card.capabilities().forcedTool()).isFalse();
        assertThat(card.capabilities().sampling()).isFalse();
        assertThat(card.worstCase(1_000, 1_000, TODAY)).isZero();
    }

    @Test
    void anApplicationProfileIsUnknownUntilTheUserDescribesIt() {
        String arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6";
        assertThat(CATALOG.card(arn).known()).isFalse();

        ModelCatalog own = CATALOG.with("{\"models\":[{\"ids\":[\"" + arn + "\"],\"capabilities\":{\"tools\":true,"
                + "\"forcedTool\":true,\"context\":9000,\"maxOutput\":700}}]}");

        assertThat(own.card(arn).known()).isTrue();
        assertThat(own.card(arn).capabilities().maxOutput()).isEqualTo(700);
        assertThat(own.card("us.amazon.nova-pro-v1:0").known()).isTrue();
    }

    @Test
    void globalProfilesHaveTheirOwnPrice() {
        TokenUsage million = new TokenUsage(1_000_000, 0, 0, 0, false);

        assertThat(CATALOG.card("us.amazon.nova-2-lite-v1:0").cost(million, TODAY))
                .isEqualTo(330_000);
        assertThat(CATALOG.card("global.amazon.nova-2-lite-v1:0").cost(million, TODAY))
                .isEqualTo(300_000);
    }

    @Test
    void aQuestionOfTwentyThousandTokensCostsWhatThePriceListSays() {
        TokenUsage usage = new TokenUsage(20_000, 1_500, 0, 0, false);

        assertThat(CATALOG.card("us.anthropic.claude-haiku-5-5").cost(usage, TODAY))
                .isEqualTo(2_750);
        assertThat(CATALOG.card("us.anthropic.claude-sonnet-5-5").cost(usage, TODAY))
                .isEqualTo(55_000);
        assertThat(CATALOG.card("us.anthropic.claude-opus-5-5").cost(usage, TODAY))
                .isEqualTo(110_000);
    }

    @Test
    void aLongPromptCostsTheLongRatesAsAWhole() {
        ModelCard haiku = CATALOG.card("anthropic.claude-haiku-5-5");

        assertThat(haiku.cost(new TokenUsage(100_000, 0, 0, 0, false), TODAY)).isEqualTo(10_000);
        assertThat(haiku.cost(new TokenUsage(100_001, 0, 0, 0, false), TODAY)).isEqualTo(50_001);
    }

    @Test
    void pricesHoldFromTheirDay() {
        ModelCard sonnet = CATALOG.card("anthropic.claude-sonnet-5-5");
        TokenUsage cached = new TokenUsage(0, 0, 1_000_000, 0, false);

        assertThat(sonnet.cost(cached, LocalDate.of(2026, 10, 6))).isEqualTo(200_000);
        assertThat(sonnet.cost(cached, LocalDate.of(2026, 10, 7))).isEqualTo(100_000);
    }

    @Test
    void theWorstCaseIsNeverBelowWhatItCosts() {
        for (String id :
                List.of("anthropic.claude-haiku-5-5", "us.amazon.nova-2-lite-v1:0", "amazon.nova-micro-v1:0")) {
            ModelCard card = CATALOG.card(id);
            for (long input : new long[] {0, 1, 5_000, 99_999, 100_000, 100_001, 900_000}) {
                long worst = card.worstCase(input, 1_000, TODAY);
                assertThat(worst)
                        .isGreaterThanOrEqualTo(card.cost(new TokenUsage(input, 1_000, 0, 0, false), TODAY))
                        .isGreaterThanOrEqualTo(card.cost(new TokenUsage(0, 1_000, input, 0, false), TODAY));
                if (card.capabilities().cacheMinTokens() > 0) {
                    assertThat(worst)
                            .isGreaterThanOrEqualTo(card.cost(new TokenUsage(0, 1_000, 0, input, false), TODAY));
                }
            }
        }
    }

    @Test
    void complaintsOfAUsersCatalogSayWhatIsWrong() {
        fails("{", "no JSON");
        fails("{}", "needs 'models'");
        fails("{\"models\":[{}]}", "Model 1 of the catalog needs 'ids'");
        fails("{\"models\":[{\"ids\":[\"x\"]}]}", "needs 'capabilities'");
        String start = "{\"models\":[{\"ids\":[\"x\"],\"capabilities\":{\"context\":1,\"maxOutput\":1";
        fails(start + ",\"thinking\":\"deep\"}}]}", "needs 'thinking'");
        fails(start + "},\"prices\":[{\"from\":\"soon\",\"input\":1,\"output\":1}],\"source\":\"y\"}]}", "'from'");
        fails(start + "},\"prices\":[{\"from\":\"2026-01-01\",\"input\":0.1}],\"source\":\"y\"}]}", "'input'");
        fails(start + "},\"prices\":[{\"from\":\"2026-01-01\",\"input\":1,\"output\":1}]}]}", "'source'");
    }

    private static void fails(String json, String message) {
        assertThatExceptionOfType(TroubleshooterException.class)
                .isThrownBy(() -> CATALOG.with(json))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(TroubleshooterException.Code.INVALID_CONFIGURATION));
    }
}
