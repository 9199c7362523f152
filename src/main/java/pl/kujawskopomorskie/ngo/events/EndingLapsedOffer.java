package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;

/** Gives an offered place on when its time is over. */
@Singleton
class EndingLapsedOffer implements Job {

    static final String NAME = "end-lapsed-offer";

    private final AnsweringOffer answering;

    EndingLapsedOffer(AnsweringOffer answering) {
        this.answering = answering;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {
        answering.lapse(Long.parseLong(data));
    }
}
