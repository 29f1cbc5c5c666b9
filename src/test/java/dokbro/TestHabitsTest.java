package dokbro;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What tests must not do. */
@AnalyzeClasses(packages = "dokbro", importOptions = ImportOption.OnlyIncludeTests.class)
class TestHabitsTest {

    @ArchTest
    static final ArchRule testsDoNotSleep = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a test that sleeps is slow or wrong; Awaitility waits for what is meant");
}
