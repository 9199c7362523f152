package pl.kujawskopomorskie.ngo.shared.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The version of our own static files: a hash of their bytes, equal on every node that runs the same release. */
@Singleton
final class Assets {

    private static final List<String> FILES = List.of(
            "static/portal.css", "static/portal.js", "static/desk.js", "static/door.js", "static/door-worker.js");

    private final String version;

    Assets() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : FILES) {
                try (var in = Assets.class.getClassLoader().getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IllegalStateException("Missing resource " + file);
                    }
                    digest.update(in.readAllBytes());
                }
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String version() {
        return version;
    }
}
