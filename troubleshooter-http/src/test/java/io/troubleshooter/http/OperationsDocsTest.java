package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.config.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/operations says of code is so: whatever it names exists, and it names whatever is kept. */
class OperationsDocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs/operations");

    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = \"([^\"]*)\"");

    /** Of scripts, not of the service. */
    private static final Set<String> OTHER_VARIABLES = Set.of("TST_SMOKE_KEY");

    /** Those that keep in collections which others name. */
    private static final Set<String> GIVEN_NAMES = Set.of("Entries.java", "Lease.java");

    /** How code names a collection: as a text, or by a constant, at a call or as what a method gives. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:Document\\.of|documents\\.(?:find|list|delete|deleteAll)|new Entries)\\((?:documents, )?(\"[^\"]+\"|[A-Z_]{2,})"
                    + "|(\"[a-z-]+/\"|(?<=return )[A-Z_]{2,}) \\+");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> all(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> collections(String source) {
        Map<String, String> constants = new HashMap<>();
        Matcher constant = CONSTANT.matcher(source);
        while (constant.find()) {
            constants.put(constant.group(1), constant.group(2));
        }
        Set<String> found = new TreeSet<>();
        Matcher named = NAMED.matcher(source);
        while (named.find()) {
            String name = named.group(1) == null ? named.group(2) : named.group(1);
            String value = name.startsWith("\"") ? name.replace("\"", "") : constants.getOrDefault(name, "");
            found.add(value.replaceAll("/.*", ""));
        }
        found.remove("");
        return found;
    }

    private static Set<String> collectionsOfTheService() {
        Set<String> found = new TreeSet<>();
        for (Path file : files("troubleshooter-http/src/main", ".java")) {
            String source = read(file);
            if (source.contains("guard.Documents")) {
                Set<String> own = collections(source);
                found.addAll(own);
                if (source.contains("Document.of(")
                        && !GIVEN_NAMES.contains(file.getFileName().toString())) {
                    assertThat(own).as("collections of " + file.getFileName()).isNotEmpty();
                }
            }
        }
        return found;
    }

    @Test
    void theRetentionTableNamesEveryCollection() {
        String table = read(DOCS.resolve("data-retention.md"));

        assertThat(collectionsOfTheService())
                .contains(
                        "comment",
                        "question",
                        "idempotency",
                        "key",
                        "session-of",
                        "upload",
                        "hook-seen",
                        "duty",
                        "lock")
                .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    @Test
    void theRetentionTableNamesEveryTableAndPrefix() {
        String table = read(DOCS.resolve("data-retention.md"));
        Set<String> kept = new TreeSet<>();
        files("troubleshooter-sqlite/src/main", ".sql")
                .forEach(file -> kept.addAll(all(read(file), "CREATE TABLE (\\w+)")));
        files("troubleshooter-aws/src/main", ".java").forEach(file -> kept.addAll(all(read(file), "\"([a-z]+/)\"")));
        kept.addAll(all(read(ROOT.resolve("terraform/modules/data/lifecycle.tf")), "prefix += \"([a-z]+/)\""));

        assertThat(kept)
                .contains("source_part", "audit_head", "uploads/")
                .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    @Test
    void theBucketOfTheDeploymentKnowsEveryPrefix() {
        Set<String> used = new TreeSet<>();
        files("troubleshooter-aws/src/main", ".java").forEach(file -> used.addAll(all(read(file), "\"([a-z]+/)\"")));
        used.remove("entries/"); // below sessions/
        Set<String> known = all(read(ROOT.resolve("terraform/modules/data/lifecycle.tf")), "prefix += \"([a-z]+/)\"");

        assertThat(known).containsAll(used);
    }

    @Test
    void everyTestThatTheThreatModelNamesExists() {
        String text = read(DOCS.resolve("threat-model.md"));
        Set<String> tests = files(".", ".java").stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(all(text, "`([A-Z]\\w+(?:Test|Contract))`"))
                .hasSizeGreaterThan(40)
                .isSubsetOf(tests);
        assertThat(all(text, "`([a-z]+\\.tftest\\.hcl)`"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ROOT.resolve("terraform/tests").resolve(name))
                        .exists());
    }

    @Test
    void theThreatModelAnswersEachItemOfTheList() {
        String text = read(DOCS.resolve("threat-model.md"));

        for (int item = 1; item <= 10; item++) {
            String row = all(text, "(?m)^(\\| LLM%02d .*)$".formatted(item))
                    .iterator()
                    .next();
            assertThat(row).as("a test for it").containsPattern("`\\w+(Test|Contract)`");
        }
    }

    @Test
    void everyAlarmThatIsNamedExists() {
        Set<String> alarms =
                all(read(ROOT.resolve("terraform/modules/observability/alarms.tf")), "(?m)^ +(\\w+) = \\{$");
        for (Path file : files("docs/operations", ".md")) {
            assertThat(all(read(file), "`tst-prod-alarm:([a-z-]+)`"))
                    .as("alarms in " + file)
                    .allSatisfy(name -> assertThat(alarms).contains(name.replace('-', '_')));
        }
    }

    @Test
    void everySettingThatIsNamedExists() {
        for (Path file : files("docs/operations", ".md")) {
            Set<String> variables = all(read(file), "\\b(TST_[A-Z_]+)\\b");
            variables.removeAll(OTHER_VARIABLES);
            for (String variable : variables) {
                try {
                    ConfigReader.read(null, Map.of(variable, "x"), Map.of());
                } catch (TroubleshooterException refused) {
                    assertThat(refused.getMessage())
                            .as(variable + " in " + file)
                            .doesNotContain("no setting");
                }
            }
        }
    }

    @Test
    void everyScriptThatIsNamedExists() {
        for (Path file : files("docs/operations", ".md")) {
            assertThat(all(read(file), "[ `]((?:\\.ci|release|terraform|benchmarks)/[a-z-]+)[ `\n]"))
                    .as("scripts in " + file)
                    .allSatisfy(script -> assertThat(ROOT.resolve(script)).exists());
        }
    }

    @Test
    void everyFileThatIsLinkedExists() {
        for (Path file : files("docs/operations", ".md")) {
            assertThat(all(read(file), "\\]\\(([^)#:]+)(?:#[^)]*)?\\)"))
                    .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
        }
    }
}
