package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits for nothing: tests ask a register of their own. */
@Singleton
@Replaces(PatientWaiting.class)
final class PromptWaiting implements KrsRegister.Waiting {

    @Override
    public void before(int attempt, Duration asked) {}

    @Override
    public void between() {}
}
