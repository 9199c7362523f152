package pl.kujawskopomorskie.ngo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test against the running portal. Constructor and method parameters are beans of the portal or a {@link Web}.
 *
 * <p>All such tests share one portal and one database, so each makes the rows it needs and asks only for those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PortalTest.Extension.class)
public @interface PortalTest {

    /** Hands out beans and puts the clock back after each test. */
    final class Extension implements ParameterResolver, AfterEachCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Web.class || Portal.get().context().containsBean(type);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Web.class
                    ? new Web(Portal.get().server().getURI())
                    : Portal.get().context().getBean(type);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Portal.get().context().getBean(TestClock.class).set(TestClock.START);
        }
    }
}
