package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** The mails to followers. */
@Singleton
final class FollowerLetters {

    private static final int LONGEST_TITLE = 120;

    private final Messages messages;
    private final PortalConfiguration portal;

    FollowerLetters(Messages messages, PortalConfiguration portal) {
        this.messages = messages;
        this.portal = portal;
    }

    /** The request to confirm; the same whether the address follows already or not. */
    Letter confirm(String email, Language language, String token, Pace pace, @Nullable Consultation consultation) {
        var what = consultation == null
                ? messages.get(language, "following.mail.confirm.all")
                : messages.get(language, "following.mail.confirm.one", Typed.line(consultation.title()));
        return Letter.of(
                email,
                messages.get(language, "following.mail.confirm.subject"),
                messages.get(
                                language,
                                "following.mail.confirm.body",
                                what,
                                portal.link("/obserwuj/" + token + "?tempo=" + pace.name()))
                        + signature(language));
    }

    /**
     * News, grouped by consultation.
     *
     * @param news at least one piece, the oldest first
     */
    Letter news(Follower follower, String token, List<FollowerNews.Waiting> news) {
        var language = follower.mailLanguage();
        var groups = new LinkedHashMap<String, List<FollowerNews.Waiting>>();
        news.forEach(piece ->
                groups.computeIfAbsent(piece.slug(), slug -> new ArrayList<>()).add(piece));
        var body = new StringBuilder(messages.get(language, "following.mail.news.greeting")).append("\n\n");
        groups.forEach((slug, pieces) -> {
            body.append(Typed.line(pieces.getFirst().title())).append('\n');
            pieces.stream()
                    .map(piece -> sentence(language, piece))
                    .distinct()
                    .forEach(sentence -> body.append("- ").append(sentence).append('\n'));
            body.append('\n')
                    .append(portal.link(
                            "/konsultacje/" + slug + pieces.getLast().kind().place()))
                    .append("\n\n");
        });
        var stop = portal.link("/obserwuj/" + token + "/koniec");
        body.append(messages.get(language, "following.mail.news.stop", stop));
        return new Letter(follower.email(), subject(language, news), body + signature(language), null, stop);
    }

    private String subject(Language language, List<FollowerNews.Waiting> news) {
        if (news.size() > 1) {
            return messages.get(language, "following.mail.news.subject", news.size());
        }
        var piece = news.getFirst();
        var title = Typed.line(piece.title());
        return messages.get(
                language,
                "following.mail.subject." + piece.kind().name(),
                title.length() <= LONGEST_TITLE
                        ? title
                        : title.substring(0, LONGEST_TITLE).strip() + "…");
    }

    private String sentence(Language language, FollowerNews.Waiting piece) {
        var formats = new Formats(language);
        var key = "following.news." + piece.kind().name();
        return switch (piece.kind()) {
            case ANNOUNCED ->
                messages.get(language, key, formats.date(piece.opensAt()), formats.deadline(piece.closesAt()));
            case NEW_VERSION -> messages.get(language, key, piece.occurrence());
            case EXTENDED, CLOSING_SOON -> messages.get(language, key, formats.deadline(piece.closesAt()));
            case CANCELLED ->
                messages.get(language, key, piece.cancelReason() == null ? "" : Typed.line(piece.cancelReason()));
            case REPORT -> messages.get(language, key);
        };
    }

    private String signature(Language language) {
        return "\n\n" + messages.get(language, "accounts.mail.signature", portal.baseUrl()) + "\n";
    }
}
