package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Waits for nothing: tests ask a register of their own. */
@Singleton
@Replaces(PatientWaiting.class)
final class PromptWaiting implements KrsRegister.Waiting {

    @Override
    public void before(int attempt) {}

    @Override
    public void between() {}
}
