package pl.kujawskopomorskie.ngo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** The rules of the house, as far as they can be read from the compiled classes. */
@AnalyzeClasses(
        packages = ArchitectureTest.BASE,
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByHand.class})
class ArchitectureTest {

    static final String BASE = "pl.kujawskopomorskie.ngo";

    private static final Set<String> MODULES =
            Set.of("accounts", "directory", "consultations", "events", "awards", "indicators");

    /** Module to the other modules whose root package it may import; everyone may import {@code shared}. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "shared", Set.of(),
            "accounts", Set.of(),
            "directory", Set.of("accounts"),
            "consultations", Set.of("accounts", "directory"),
            "events", Set.of("accounts", "directory"),
            "awards", Set.of("accounts", "directory"),
            "indicators", MODULES,
            "demo", MODULES);

    /** The demo stands behind the stage: it reads drafts and writes rows of a past in which no use case was there to do so. */
    private static final String DEMO = "demo";

    /**
     * Parts of modules with a face of their own. No other module imports them, only the demo, which writes their past and reads their
     * texts; what others must know of them, a class of the module's root tells.
     */
    private static final Set<String> PARTS = Set.of(
            "consultations.act",
            "consultations.act.source",
            "events.advisory",
            "events.after",
            "events.lending",
            "events.teams",
            "events.visits");

    private static final Pattern GERUND = Pattern.compile("[A-Z][a-z]+ing([A-Z].*)?");

    private static final Pattern EMPTY_WORD =
            Pattern.compile(".*(Impl|Manager|Helper|Helpers|Util|Utils|Processor)([A-Z].*)?");

    @ArchTest
    static final ArchRule modules_import_only_what_the_design_allows =
            classes().should(importOnlyWhatTheDesignAllows()).as("Modules import only what design.md allows");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_imports_the_entry_point = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE);

    @ArchTest
    static final ArchRule the_web_of_a_module_is_package_private = classes()
            .that(liveInTheWebOfAModule())
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllers_are_package_private_and_live_in_web_or_beside_what_is_shared = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .andShould()
            .resideInAnyPackage("..web", BASE + ".shared..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_text_of_an_act_is_plain_java = noClasses()
            .that()
            .resideInAnyPackage("..consultations.act..", "..awards.ballot..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.micronaut..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "org.thymeleaf..",
                    "picocli..",
                    "java.net.http..",
                    BASE + ".shared..",
                    BASE + ".accounts.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes()
            .should(be(describe(
                            "named without Impl, Manager, Helper, Util or Processor",
                            (JavaClass type) ->
                                    !EMPTY_WORD.matcher(type.getSimpleName()).matches()))
                    .as("have a name that says what they are, not Impl, Manager, Helper, Util or Processor"));

    @ArchTest
    static final ArchRule nothing_has_a_setter = noMethods()
            .that()
            .haveNameMatching("set[A-Z].*")
            .and()
            .areNotPrivate()
            .should(be(describe(
                    "taking one value",
                    method -> method.getRawParameterTypes().size() == 1
                            // What a class of the JDK makes its heirs implement is not ours to name.
                            && !method.getOwner().isAssignableTo(java.text.BreakIterator.class)
                            && !method.getOwner().isAssignableTo("com.openhtmltopdf.extend.FSTextBreaker"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule what_a_bean_needs_comes_through_its_constructor = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(Property.class);

    @ArchTest
    static final ArchRule only_the_clock_knows_what_time_it_is = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(OfficeTime.class.getName())
            .should()
            .callCodeUnitWhere(describe("asks the machine for the time", ArchitectureTest::asksTheMachineForTheTime));

    @ArchTest
    static final ArchRule only_commands_print = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .accessFieldWhere(describe(
                    "System.out or System.err",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(access.getTarget().getName())))
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule every_package_says_what_lives_there_and_knows_null = classes()
            .should(be(describe(
                            "in a @NullMarked package",
                            (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class)))
                    .as("live in a package with a package-info.java that is @NullMarked"));

    @ArchTest
    static final ArchRule only_use_cases_open_a_transaction = classes()
            .that(describe(
                    "open a transaction",
                    type -> opensTransaction(type)
                            || type.getMethods().stream().anyMatch(method -> opensTransaction(method))))
            .should(be(describe(
                    "use cases, named by a gerund, outside web",
                    (JavaClass type) -> GERUND.matcher(type.getSimpleName()).matches()
                            && !type.getPackageName().endsWith(".web"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_transaction_is_never_opened_by_a_method_that_a_proxy_cannot_see = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .notBePrivate()
            .andShould()
            .notBeStatic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repositories_are_used_only_in_their_module = classes()
            .that()
            .areAnnotatedWith(JdbcRepository.class)
            .should(beUsedOnlyInTheirModule())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pages_and_use_cases_leave_sql_to_repositories_and_read_models = noClasses()
            .that()
            .resideInAPackage("..web..")
            .or()
            .haveNameMatching(".*\\." + GERUND.pattern())
            .and()
            .resideOutsideOfPackage("pl.kujawskopomorskie.ngo")
            .should()
            .dependOnClassesThat(describe(
                    "let SQL be sent",
                    type -> type.getFullName()
                                    .matches("java\\.sql\\.(Connection|Statement|PreparedStatement|ResultSet)")
                            || type.getFullName().startsWith("io.micronaut.data.jdbc.runtime")
                            || type.isEquivalentTo(Query.class)));

    @ArchTest
    static final ArchRule rows_are_records = classes()
            .that()
            .areAnnotatedWith(MappedEntity.class)
            .should()
            .beRecords()
            .allowEmptyShould(true);

    /** Leaves out what Micronaut's annotation processors write. */
    static final class WrittenByHand implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.matches(Pattern.compile(".*/\\$[^/]+\\.class")) && !location.contains("$Intercepted");
        }
    }

    private static boolean asksTheMachineForTheTime(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        var parameters = call.getTarget().getRawParameterTypes();
        if (owner.getPackageName().equals("java.time") && name.equals("now")) {
            return parameters.isEmpty() || !parameters.getFirst().isEquivalentTo(Clock.class);
        }
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>") && parameters.isEmpty();
    }

    private static boolean opensTransaction(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(Transactional.class)
                .filter(ArchitectureTest::opens)
                .isPresent();
    }

    private static boolean opens(Transactional annotation) {
        return annotation.value() != Transactional.TxType.MANDATORY
                && annotation.value() != Transactional.TxType.SUPPORTS;
    }

    private static DescribedPredicate<JavaClass> liveInTheWebOfAModule() {
        return describe("live in the web of a module", type -> MODULES.contains(moduleOf(type)) && isWeb(type));
    }

    /** Whether a class makes pages, of a module or of a part of one that has pages of its own, as {@code events.teams.web}. */
    private static boolean isWeb(JavaClass type) {
        return (type.getPackageName() + ".").contains(".web.");
    }

    private static ArchCondition<JavaClass> importOnlyWhatTheDesignAllows() {
        return new ArchCondition<>("import only what the design allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(BASE) && !allowed(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean allowed(JavaClass from, JavaClass to) {
        var importer = moduleOf(from);
        var imported = moduleOf(to);
        if (importer.isEmpty() || importer.equals(imported)) {
            return true;
        }
        if (imported.equals("shared")) {
            return true;
        }
        if (!MAY_IMPORT.containsKey(importer)) {
            return false;
        }
        if (importer.equals(DEMO)
                && PARTS.stream().anyMatch(part -> to.getPackageName().equals(BASE + "." + part))) {
            return true;
        }
        var isWeb = isWeb(from);
        var modules = isWeb && MODULES.contains(importer) ? MODULES : MAY_IMPORT.get(importer);
        return modules.contains(imported) && to.getPackageName().equals(BASE + "." + imported);
    }

    private static String moduleOf(JavaClass type) {
        var rest = type.getPackageName().substring(BASE.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    private static ArchCondition<JavaClass> beUsedOnlyInTheirModule() {
        return new ArchCondition<>("be used only in their module") {
            @Override
            public void check(JavaClass repository, ConditionEvents events) {
                for (Dependency dependency : repository.getDirectDependenciesToSelf()) {
                    var user = moduleOf(dependency.getOriginClass());
                    if (!user.equals(moduleOf(repository)) && !user.equals(DEMO)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
