package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the modules promise to {@link Bundle}; that the bundle runs, every test with a browser shows. */
class BundleTest {

    private static final Pattern IMPORT =
            Pattern.compile("^import (\\{[^}]*}|\\* as \\w+) from \"\\./[\\w-]+\\.js\";$");
    private static final Pattern EXPORT = Pattern.compile(
            "^export ((async )?function\\*?|const|class) \\w+.*|^export \\{[^}]*} from \"\\./[\\w-]+\\.js\";$");

    @Test
    void importsAndExportsStandOnLinesOfTheirOwn() {
        assertThat(PageSources.modules()).allSatisfy((name, source) -> {
            assertThat(source.lines().filter(line -> line.startsWith("import")))
                    .as(name)
                    .allMatch(line -> IMPORT.matcher(line).matches());
            assertThat(source.lines().filter(line -> line.startsWith("export")))
                    .as(name)
                    .allMatch(line -> EXPORT.matcher(line).matches());
            assertThat(source).as(name).doesNotContain("import(", "import.meta");
        });
    }

    /** Comments are left out by their first characters alone: none may stand within a template, where it would be text. */
    @Test
    void whatLooksLikeACommentStandsOutsideOfTemplates() {
        assertThat(PageSources.modules())
                .allSatisfy((name, source) -> assertThat(Bundle.COMMENT
                                .matcher(source)
                                .results()
                                .map(comment -> source.substring(0, comment.start())))
                        .as(name)
                        .allMatch(before -> ticks(before) % 2 == 0));
    }

    private static long ticks(String text) {
        return Bundle.COMMENT
                .matcher(text)
                .replaceAll("")
                .replace("[^`]", "")
                .chars()
                .filter(each -> each == '`')
                .count();
    }

    @Test
    void aModuleComesAfterWhatItImportsAlsoWhenItIsImportedBack() {
        String text = Bundle.of(
                Map.of(
                        "main.js", "import { a } from \"./a.js\";\nimport * as b from \"./b.js\";\na();\n",
                        "a.js",
                                "// Said once.\nimport { B as c } from \"./b.js\";\nexport function a() {\n  return c;\n}\n",
                        "b.js",
                                "import { a } from \"./a.js\";\nexport const B = 1;\nexport async function later() {\n  a();\n}\n"));

        assertThat(text)
                .containsSubsequence(
                        "module(\"b.js\"",
                        "let a;",
                        "functions: { later }",
                        "return { B };",
                        "module(\"a.js\"",
                        "functions: { a }",
                        "({ B: c } = $[\"b.js\"])",
                        "module(\"main.js\"",
                        "b = $[\"b.js\"]",
                        "a();")
                .doesNotContain("export", "Said once");
    }
}
