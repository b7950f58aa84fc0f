package io.troubleshooter.aws;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.troubleshooter.aws.s3.Blobs;

/** What the design demands of the shape of this module, so that it cannot be lost by accident. */
@AnalyzeClasses(packages = "io.troubleshooter.aws", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.troubleshooter.aws.";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.troubleshooter.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStoresKnowOfS3OnlyBlobs = noClasses()
            .that()
            .resideInAPackage(BASE + "dynamo..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "s3..", BASE + "cloudwatch..")
                    .and(DescribedPredicate.not(
                            DescribedPredicate.equalTo(Blobs.class.getName()).onResultOf(JavaClass::getName))));

    @ArchTest
    static final ArchRule s3KnowsOfNoOther = noClasses()
            .that()
            .resideInAPackage(BASE + "s3..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "dynamo..", BASE + "cloudwatch..");

    @ArchTest
    static final ArchRule cloudWatchKnowsOfNoOther = noClasses()
            .that()
            .resideInAPackage(BASE + "cloudwatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "dynamo..", BASE + "s3..");

    @ArchTest
    static final ArchRule dynamoDbIsKnownToOnePackage = knownTo("dynamo", "dynamodb");

    @ArchTest
    static final ArchRule s3IsKnownToOnePackage = knownTo("s3", "s3");

    @ArchTest
    static final ArchRule cloudWatchLogsIsKnownToOnePackage = knownTo("cloudwatch", "cloudwatchlogs");

    private static ArchRule knownTo(String known, String service) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(BASE + known + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services." + service + "..");
    }

    @ArchTest
    static final ArchRule whoUsesTheModuleNeedsNoSdk = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage(BASE + "(*)..").and(publicClass()))
            .should()
            .notHaveRawReturnType(resideInAPackage("software.amazon.awssdk.."));

    @ArchTest
    static final ArchRule theRawZoneIsNotEntered =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.troubleshooter.normalize..");

    private static DescribedPredicate<JavaClass> publicClass() {
        return DescribedPredicate.describe(
                "public classes", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
