package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * No browser keeps a page of the office: after signing out, nobody at the same computer gets one back with the button that
 * goes back.
 */
@ServerFilter({"/biuro", "/biuro/**"})
final class OfficePagesAreNotKept {

    @ResponseFilter
    void mark(MutableHttpResponse<?> response) {
        response.getHeaders().set("Cache-Control", "no-store");
    }
}
