package dokbro;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The boundaries of design section 6. */
@AnalyzeClasses(packages = "dokbro", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule entitiesArePure = noClasses()
            .that()
            .resideInAPackage("dokbro.entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "org.springframework..",
                    "java.net..",
                    "java.sql..",
                    "javax.sql..",
                    "dokbro.run..",
                    "dokbro.link..",
                    "dokbro.api..");

    @ArchTest
    static final ArchRule smartdokKnowsItself = classes()
            .that()
            .resideInAPackage("dokbro.smartdok..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "dokbro.poweroffice..", "dokbro.entity..", "dokbro.run..", "dokbro.source..", "dokbro.link..");

    @ArchTest
    static final ArchRule powerofficeKnowsItself = classes()
            .that()
            .resideInAPackage("dokbro.poweroffice..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "dokbro.smartdok..", "dokbro.entity..", "dokbro.run..", "dokbro.source..", "dokbro.link..");

    @ArchTest
    static final ArchRule nothingDependsOnTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage("dokbro.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dokbro.sandbox..");

    @ArchTest
    static final ArchRule consoleCallsServices = noClasses()
            .that()
            .resideInAPackage("dokbro.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dokbro.smartdok..", "dokbro.poweroffice..", "dokbro.api..", "dokbro.source..");

    @ArchTest
    static final ArchRule noCircles = slices().matching("dokbro.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule namesFromTheField = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule moneyIsNoFloatingPoint = noClasses()
            .that()
            .resideInAnyPackage("dokbro.entity..", "dokbro.run..", "dokbro.company..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Double.class.getName());
}
