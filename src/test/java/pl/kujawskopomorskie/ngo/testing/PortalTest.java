package pl.kujawskopomorskie.ngo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test against the running portal. Constructor and method parameters are beans of the portal, a {@link Web} or, on
 * methods, a {@link Browser}; each parameter is another visitor.
 *
 * <p>They carry the tag {@code data}, by which {@code .ci/run} runs them once more on another database.
 *
 * <p>All such tests share one portal and one database, so each makes the rows it needs and asks only for those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("data")
@ExtendWith(PortalTest.Extension.class)
public @interface PortalTest {

    /** Hands out beans and visitors; after each test closes browsers, forgets jobs and puts the clock back. */
    final class Extension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Extension.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var asksForBrowser = context.getTestMethod()
                    .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Browser.class))
                    .isPresent();
            return asksForBrowser
                            && !Chromium.isRequired()
                            && Chromium.program().isEmpty()
                    ? ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_ONE)
                    : ConditionEvaluationResult.enabled("");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Web.class
                    || type == Browser.class
                    || Portal.get().context().containsBean(type);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            var address = Portal.get().server().getURI();
            if (type == Web.class) {
                return new Web(address);
            }
            if (type == Browser.class) {
                var browser = new Browser(address, Chromium.get());
                browsers(context).add(browser);
                return browser;
            }
            return Portal.get().context().getBean(type);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            browsers(context).forEach(Browser::close);
            Portal.get().context().getBean(Jobs.class).forget();
            Portal.get().context().getBean(TestClock.class).set(TestClock.START);
        }

        @SuppressWarnings("unchecked")
        private static List<Browser> browsers(ExtensionContext context) {
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent("browsers", ignored -> new ArrayList<Browser>(), List.class);
        }
    }
}
