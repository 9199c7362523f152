package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;

/** Sends an author the receipt of a remark. */
@Singleton
class MailingReceipt implements Job {

    static final String NAME = "remark-receipt";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String data) {}
}
