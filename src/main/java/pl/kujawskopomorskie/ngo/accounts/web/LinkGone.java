package pl.kujawskopomorskie.ngo.accounts.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** What a one-time link shows that was used, has run out, or never was: the same for all three. */
final class LinkGone {

    private LinkGone() {}

    static HttpResponse<?> answer() {
        return Pages.refusal(HttpStatus.GONE, "accounts.link.gone");
    }
}
