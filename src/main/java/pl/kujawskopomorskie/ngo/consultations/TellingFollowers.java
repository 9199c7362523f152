package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import pl.kujawskopomorskie.ngo.shared.jobs.JobQueue;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** Puts news down for each follower, in the transaction of what happened; {@link MailingNews} takes it from there. */
@Singleton
public class TellingFollowers {

    /** The occurrence of what happens to a consultation only once. */
    public static final String ONCE = "";

    private final FollowerNews news;
    private final JobQueue jobs;
    private final Clock clock;

    TellingFollowers(FollowerNews news, JobQueue jobs, Clock clock) {
        this.news = news;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Tells all who follow the consultation, or all consultations. Told twice of the same they hear of it once.
     *
     * @param occurrence tells this from other news of the same kind: the number of a version, the key of a moment; {@link
     *     #ONCE} where there is but one; at most 40 characters
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Consultation consultation, NewsKind kind, String occurrence) {
        news.tell(consultation.key(), kind.name(), occurrence, OfficeTime.now(clock));
        // A key of its own: a job that is already running may have looked before this news was there.
        jobs.add(MailingNews.AtOnce.NAME, consultation.key() + "/" + kind + "/" + occurrence, "");
    }
}
