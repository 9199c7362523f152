package pl.kujawskopomorskie.ngo.events.web;

import pl.kujawskopomorskie.ngo.events.WatchingStream;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The way to a stream.
 *
 * @param token of the registration's link
 * @param stream which
 * @param opened whether the browser goes on to it by itself
 * @param errors in what was chosen
 */
record StreamPage(String token, WatchingStream.Stream stream, boolean opened, FormErrors errors) {

    /** The page of the registration. */
    public String registration() {
        return "/wydarzenia/zgloszenie/" + token;
    }

    /** Where this page is. */
    public String here() {
        return registration() + "/transmisja/" + stream.session().key();
    }
}
