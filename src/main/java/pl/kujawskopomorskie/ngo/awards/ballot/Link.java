package pl.kujawskopomorskie.ngo.awards.ballot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One link of a chain: a step, and the hash that ties it to all steps before it.
 *
 * @param height 0 for the first
 * @param kind {@link Step#kind()}
 * @param time when, in microseconds at most
 * @param payload {@link Step#payload()}
 * @param hash of this link and, by the one before, of everything up to here
 */
public record Link(long height, String kind, Instant time, String payload, Hash hash) {

    /** The first link of a chain. */
    public static Link first(Instant time, Step step) {
        return link(Hash.NONE, 0, time, step);
    }

    /** The link that comes after this one. */
    public Link next(Instant at, Step step) {
        return link(hash, height + 1, at, step);
    }

    private static Link link(Hash before, long height, Instant time, Step step) {
        var moment = time.truncatedTo(ChronoUnit.MICROS);
        return new Link(
                height, step.kind(), moment, step.payload(), hash(before, height, step.kind(), moment, step.payload()));
    }

    /** {@code SHA-256(hash before, height, kind, time, SHA-256(payload))}, each on a line of its own. */
    static Hash hash(Hash before, long height, String kind, Instant time, String payload) {
        return Hash.of(before.hex() + "\n" + height + "\n" + kind + "\n" + time + "\n"
                + Hash.of(payload).hex() + "\n");
    }

    /** Whether the hash is the one that this link has after a given one. */
    boolean follows(Hash before) {
        return hash.equals(hash(before, height, kind, time, payload));
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public Step step() {
        return Step.read(kind, payload);
    }

    /** As a line of a published chain: height, kind, time, hash, payload. */
    String line() {
        return height + " " + kind + " " + time + " " + hash.hex() + " " + payload;
    }

    /**
     * Reads a line of a published chain.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Link ofLine(String line) {
        var parts = line.split(" ", 5);
        if (parts.length < 5) {
            throw new IllegalArgumentException("A line of a chain has five parts");
        }
        try {
            var link =
                    new Link(Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2]), parts[4], new Hash(parts[3]));
            if (!link.line().equals(line)) {
                throw new IllegalArgumentException("A line of a chain is not spelled as it should be");
            }
            return link;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A line of a chain has no time", e);
        }
    }
}
