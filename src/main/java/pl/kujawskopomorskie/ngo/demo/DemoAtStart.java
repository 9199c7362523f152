package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kujawskopomorskie.ngo.shared.data.Violations;

/** Makes the demonstration before the server takes its first request, where the portal is told to be one. */
@Singleton
@Requires(property = "portal.demo", value = "true")
@Requires(property = "portal.demo-content", notEquals = "false")
final class DemoAtStart implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAtStart.class);

    private final MakingDemo demo;

    DemoAtStart(MakingDemo demo) {
        this.demo = demo;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        try {
            if (demo.make()) {
                LOG.info("The demo content is made");
            }
        } catch (DataAccessException e) {
            if (!Violations.isDuplicate(e) && !Violations.isLostRace(e)) {
                throw e;
            }
            LOG.info("Another node makes the demo content");
        }
    }
}
