package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import pl.kujawskopomorskie.ngo.shared.jobs.Job;
import pl.kujawskopomorskie.ngo.shared.jobs.RecurringJob;
import pl.kujawskopomorskie.ngo.shared.jobs.Rhythm;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Mails the news that waits, one mail to a follower for all of it. A piece of news is marked in the transaction that puts its
 * mail into the outbox, under the lock of its follower, so that it goes exactly once however many nodes are at it.
 */
@Singleton
public class MailingNews {

    /** When digests go out, by the clock in the office. */
    static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final int AT_A_TIME = 200;
    private static final int DAYS_AHEAD = 3;
    private static final int DAYS_AHEAD_WEEKLY = 7;
    private static final DateTimeFormatter TERM =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final FollowerNews news;
    private final Followers followers;
    private final FollowerTokens tokens;
    private final FollowerLetters letters;
    private final Outbox outbox;
    private final Clock clock;

    MailingNews(
            FollowerNews news,
            Followers followers,
            FollowerTokens tokens,
            FollowerLetters letters,
            Outbox outbox,
            Clock clock) {
        this.news = news;
        this.followers = followers;
        this.tokens = tokens;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Mails what waits for those who want it at once. */
    void mailAtOnce() {
        mail(Pace.AT_ONCE, OfficeTime.now(clock));
    }

    /**
     * Mails the digests that are due: the daily one, and the weekly one of what happened before Monday morning, so that a
     * Monday on which no node ran is made up for.
     */
    void mailDigests() {
        var now = OfficeTime.now(clock);
        tellOfClosing(now);
        mail(Pace.AT_ONCE, now);
        mail(Pace.DAILY, now);
        mail(Pace.WEEKLY, mondayMorning(now));
    }

    @Transactional
    void tellOfClosing(Instant now) {
        var today = OfficeTime.day(now);
        news.tellOfClosing(
                now, OfficeTime.endOf(today.plusDays(DAYS_AHEAD)), OfficeTime.endOf(today.plusDays(DAYS_AHEAD_WEEKLY)));
    }

    private void mail(Pace pace, Instant until) {
        var after = 0L;
        for (var batch = news.waitingFollowers(pace.name(), until, after, AT_A_TIME);
                !batch.isEmpty();
                batch = news.waitingFollowers(pace.name(), until, after, AT_A_TIME)) {
            batch.forEach(follower -> mailOne(follower, until));
            after = batch.getLast();
        }
    }

    @Transactional
    void mailOne(long followerId, Instant until) {
        var follower = followers.findByIdForUpdate(followerId).orElse(null);
        if (follower == null) {
            return;
        }
        var waiting = news.waiting(followerId, until);
        if (waiting.isEmpty()) {
            return;
        }
        var now = OfficeTime.now(clock);
        news.mailed(waiting.stream().map(FollowerNews.Waiting::id).toList(), now);
        var fresh = waiting.stream().filter(piece -> stillTrue(piece, now)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        var token = tokens.of(followerId);
        // After a change of the portal's secret the row knows an older token; the link in this mail must work.
        followers.know(followerId, FollowerTokens.hash(token));
        outbox.put(letters.news(follower, token, fresh));
    }

    private static boolean stillTrue(FollowerNews.Waiting piece, Instant now) {
        return piece.kind() != NewsKind.CLOSING_SOON
                || (piece.cancelReason() == null
                        && now.isBefore(piece.closesAt())
                        && piece.occurrence().equals(TERM.format(piece.closesAt())));
    }

    private static Instant mondayMorning(Instant now) {
        var monday = OfficeTime.day(now)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atTime(MORNING)
                .atZone(OfficeTime.ZONE);
        return (monday.toInstant().isAfter(now) ? monday.minusWeeks(1) : monday).toInstant();
    }

    /** Asked for by {@link TellingFollowers}. */
    @Singleton
    static final class AtOnce implements Job {

        static final String NAME = "mail-news";

        private final MailingNews mailing;

        AtOnce(MailingNews mailing) {
            this.mailing = mailing;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void run(String data) {
            mailing.mailAtOnce();
        }
    }

    /** Each morning: reminders of terms that end soon, and digests. */
    @Singleton
    static final class EachMorning implements RecurringJob {

        private final MailingNews mailing;

        EachMorning(MailingNews mailing) {
            this.mailing = mailing;
        }

        @Override
        public String name() {
            return "mail-digests";
        }

        @Override
        public Rhythm rhythm() {
            return new Rhythm.DailyAt(MORNING);
        }

        @Override
        public void run() {
            mailing.mailDigests();
        }
    }
}
