package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;

/** Gives the places of a registration on when the link in its mail was not opened in time. */
@Singleton
class EndingUnconfirmed implements Job {

    static final String NAME = "end-unconfirmed-registration";

    private final EndingRegistration ending;

    EndingUnconfirmed(EndingRegistration ending) {
        this.ending = ending;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        ending.lapse(Long.parseLong(data));
    }
}
