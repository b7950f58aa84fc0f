package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.view.SearchView.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchViewTest {

    private static final String LOG = """
            2026-11-20 09:43:10 INFO  orders served 12 requests
            2026-11-20 09:43:11 ERROR orders could not extend file: No space left on device
            2026-11-20 09:43:12 WARN  orders are slow
            """;

    private final Snapshot snapshot = Sessions.of(LOG, "2026-11-20 09:44:00 ERROR payments failed for orders\n");

    private JsonNode search(Request request, @Nullable String cursor, int limit) {
        return SearchView.json(snapshot, request, cursor, limit);
    }

    private static Request words(String words) {
        return new Request(words, false, null, null, null, null);
    }

    @Test
    void findsWordsInAllSources() {
        JsonNode found = search(words("ORDERS"), null, 50);

        assertThat(found.path("total").intValue()).isEqualTo(4);
        assertThat(found.path("complete").booleanValue()).isTrue();
        assertThat(found.path("next").isNull()).isTrue();
        assertThat(found.path("hits").get(3).path("source").textValue()).isEqualTo("S2");
        assertThat(found.path("hits").get(3).path("text").textValue()).contains("payments failed");
    }

    @Test
    void givesPageAfterPage() {
        JsonNode first = search(words("orders"), null, 3);
        JsonNode second = search(words("orders"), first.path("next").textValue(), 3);

        assertThat(first.path("hits")).hasSize(3);
        assertThat(second.path("hits")).hasSize(1);
        assertThat(second.path("total").intValue()).isEqualTo(4);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void narrowsByLevelTimeAndSource() {
        assertThat(search(new Request("orders", false, null, "ERROR", null, null), null, 50)
                        .path("hits"))
                .hasSize(2);
        assertThat(search(new Request("orders", false, "S1", "error", null, null), null, 50)
                        .path("hits"))
                .hasSize(1);
        assertThat(search(
                                new Request(null, false, null, null, "2026-11-20T09:43:12Z", "2026-11-20T09:43:59Z"),
                                null,
                                50)
                        .path("hits"))
                .hasSize(1);
    }

    @Test
    void takesRegularExpressions() {
        JsonNode found = search(new Request("served \\d+", true, null, null, null, null), null, 50);

        assertThat(found.path("hits")).hasSize(1);
        assertThat(found.path("hits").get(0).path("line").intValue()).isEqualTo(1);
    }

    @Test
    void countsUpToTenThousand() {
        Snapshot large = Sessions.of("x\n".repeat(12_000));

        JsonNode found = SearchView.json(large, words("x"), null, 10);

        assertThat(found.path("total").intValue()).isEqualTo(10_000);
        assertThat(found.path("complete").booleanValue()).isFalse();
    }

    @Test
    void saysWhatIsWrongWithAPatternWithoutRepeatingIt() {
        assertThatThrownBy(() -> search(new Request("secret(", true, null, null, null, null), null, 50))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.detail()).doesNotContain("secret");
                    assertThat(problem.pointers()).containsExactly("?q");
                    assertThat(problem.code().status()).isEqualTo(422);
                });
    }

    @Test
    void refusesWhatIsNoTimeLevelOrCursor() {
        assertThatThrownBy(() -> search(new Request("x", false, null, "loud", null, null), null, 50))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> search(new Request("x", false, null, null, "yesterday", null), null, 50))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> search(words("x"), "nonsense", 50)).isInstanceOf(ProblemException.class);
    }
}
