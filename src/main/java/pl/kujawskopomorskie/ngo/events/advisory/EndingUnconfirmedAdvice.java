package pl.kujawskopomorskie.ngo.events.advisory;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;

/** Frees a slot when the link in the mail was not opened in time. */
@Singleton
class EndingUnconfirmedAdvice implements Job {

    static final String NAME = "end-unconfirmed-advice";

    private final EndingAdvice ending;

    EndingUnconfirmedAdvice(EndingAdvice ending) {
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
