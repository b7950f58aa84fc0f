package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps hostile text from becoming more than text, as rules on the sources of the page. */
class PageRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "unsafeHTML",
                "unsafe-html",
                "DOMParser",
                "createContextualFragment",
                "eval(",
                "new Function",
                "srcdoc",
                "javascript:",
                " style=",
                " onclick="
            })
    void noModuleUses(String forbidden) {
        assertThat(PageSources.modules())
                .allSatisfy((name, source) -> assertThat(source).as(name).doesNotContain(forbidden));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(PageSources.all())
                .allSatisfy((name, source) -> assertThat(
                                source.replace("http://www.w3.org/2000/svg", "").replace("https://example.com", ""))
                        .as(name)
                        .doesNotContain("http://", "https://"));
    }

    @Test
    void modulesAreSmall() {
        assertThat(PageSources.modules())
                .allSatisfy((name, source) ->
                        assertThat(source.lines().count()).as(name).isLessThan(250));
    }
}
