package io.troubleshooter.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the design demands of the code's shape, so that it cannot be lost by accident. */
@AnalyzeClasses(packages = "io.troubleshooter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.troubleshooter.";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.troubleshooter.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rawTypesStayInTheRawZone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "input..", BASE + "normalize..", BASE + "redact..", "io.troubleshooter", BASE + "build..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "input..", BASE + "normalize..")
                    .and(simpleNameStartingWith("Raw").or(simpleNameStartingWith("Normalize"))));

    @ArchTest
    static final ArchRule theRawZoneDoesNotLog = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "error..", BASE + "text..", BASE + "input..", BASE + "normalize..", BASE + "redact..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule dataFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("input")
            .definedBy(BASE + "input..")
            .layer("normalize")
            .definedBy(BASE + "normalize..")
            .layer("redact")
            .definedBy(BASE + "redact..")
            .layer("envelope")
            .definedBy(BASE + "envelope..")
            .layer("record")
            .definedBy(BASE + "record..")
            .layer("template")
            .definedBy(BASE + "template..")
            .layer("rule")
            .definedBy(BASE + "rule..")
            .layer("frame")
            .definedBy(BASE + "frame..")
            .layer("evidence")
            .definedBy(BASE + "evidence..")
            .layer("diagnosis")
            .definedBy(BASE + "diagnosis..")
            .layer("context")
            .definedBy(BASE + "context..")
            .layer("report")
            .definedBy(BASE + "report..")
            .layer("prompt")
            .definedBy(BASE + "prompt..")
            .layer("model")
            .definedBy(BASE + "model..")
            .layer("tool")
            .definedBy(BASE + "tool..")
            .layer("guard")
            .definedBy(BASE + "guard..")
            .layer("talk")
            .definedBy(BASE + "talk..")
            .layer("conversation")
            .definedBy(BASE + "conversation..")
            .layer("facade")
            .definedBy("io.troubleshooter")
            .layer("eval")
            .definedBy(BASE + "eval..")
            .whereLayer("eval")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("facade")
            .mayOnlyBeAccessedByLayers("eval")
            .whereLayer("conversation")
            .mayOnlyBeAccessedByLayers("facade", "eval")
            .whereLayer("talk")
            .mayOnlyBeAccessedByLayers("conversation", "facade", "eval")
            .whereLayer("guard")
            .mayOnlyBeAccessedByLayers("conversation", "facade", "eval")
            .whereLayer("tool")
            .mayOnlyBeAccessedByLayers("talk", "conversation", "facade", "eval")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("context", "tool", "talk", "conversation", "facade", "eval")
            .whereLayer("prompt")
            .mayOnlyBeAccessedByLayers("model", "tool", "talk", "conversation", "facade", "eval")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("conversation", "facade", "eval")
            .whereLayer("context")
            .mayOnlyBeAccessedByLayers("conversation", "facade", "eval")
            .whereLayer("diagnosis")
            .mayOnlyBeAccessedByLayers("context", "report", "tool", "talk", "conversation", "facade", "eval")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("diagnosis", "context", "tool", "talk", "conversation", "facade", "eval")
            .whereLayer("frame")
            .mayOnlyBeAccessedByLayers(
                    "evidence", "diagnosis", "context", "report", "tool", "talk", "conversation", "facade", "eval")
            .whereLayer("normalize")
            .mayOnlyBeAccessedByLayers("redact", "facade")
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("normalize", "facade", "eval");

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Path root = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> unmarked = files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !folder.equals(root) && !isNullMarked(folder))
                    .toList();
            assertThat(unmarked).isEmpty();
        }
    }

    private static boolean isNullMarked(Path folder) {
        try {
            return Files.readString(folder.resolve("package-info.java")).contains("@NullMarked");
        } catch (IOException missing) {
            return false;
        }
    }
}
