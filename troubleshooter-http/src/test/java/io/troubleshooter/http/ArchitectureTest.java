package io.troubleshooter.http;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the design demands of the shape of the service, so that it cannot be lost by accident. */
@AnalyzeClasses(packages = "io.troubleshooter.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.troubleshooter.http.";

    /** From the lowest: each package may use those before it, never one after it; the root package may use all. */
    private static final List<String> LAYERS = List.of(
            "config",
            "problem",
            "telemetry",
            "access",
            "route",
            "instance",
            "session",
            "work",
            "logs",
            "intake",
            "view",
            "hook",
            "page",
            "cost",
            "edge",
            "api");

    /** What of the outside world is known to one place only. */
    private static final Map<String, String> KNOWN_TO_ONE = Map.of(
            "com.nimbusds..", BASE + "access..",
            "io.opentelemetry..", BASE + "telemetry..",
            "picocli..", "io.troubleshooter.http",
            "io.javalin.config..", "io.troubleshooter.http",
            "org.eclipse.jetty..", "io.troubleshooter.http",
            "io.troubleshooter.sqlite..", "io.troubleshooter.http",
            "io.troubleshooter.aws.dynamo..", "io.troubleshooter.http",
            "io.troubleshooter.aws.s3..", "io.troubleshooter.http");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.troubleshooter.http.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageUsesAHigherOne = CompositeArchRule.of(layers());

    @ArchTest
    static final ArchRule theOutsideWorldIsKnownToOnePlace = CompositeArchRule.of(KNOWN_TO_ONE.entrySet().stream()
            .map(known -> noClasses()
                    .that()
                    .resideOutsideOfPackage(known.getValue())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(known.getKey())
                    .as("only " + known.getValue() + " knows " + known.getKey()))
            .toList());

    @ArchTest
    static final ArchRule whatIsNotRedactedStaysInCore = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.troubleshooter.input..", "io.troubleshooter.normalize..")
                    .and(simpleNameStartingWith("Raw").or(simpleNameStartingWith("Normalize"))));

    private static List<ArchRule> layers() {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < LAYERS.size(); i++) {
            List<String> higher = new ArrayList<>(List.of("io.troubleshooter.http"));
            LAYERS.subList(i + 1, LAYERS.size()).forEach(layer -> higher.add(BASE + layer + ".."));
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(BASE + LAYERS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(higher.toArray(String[]::new))
                    .as("nothing above " + LAYERS.get(i) + " is used in it"));
        }
        return rules;
    }

    @ArchTest
    static void everyPackageHasItsLayer(JavaClasses classes) {
        Set<String> packages = classes.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()).split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(LAYERS).containsAll(packages);
    }
}
