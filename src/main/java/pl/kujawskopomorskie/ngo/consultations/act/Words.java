package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Arrays;

/** The words of a text as sorted hashes, to tell how like two texts are without comparing them letter by letter. */
final class Words {

    private final int[] hashes;

    private Words(int[] hashes) {
        this.hashes = hashes;
    }

    static Words of(String text) {
        var hashes = new int[16];
        var size = 0;
        var hash = 0;
        var inside = false;
        for (var i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
                inside = true;
            } else if (inside) {
                if (size == hashes.length) {
                    hashes = Arrays.copyOf(hashes, size * 2);
                }
                hashes[size++] = hash;
                hash = 0;
                inside = false;
            }
        }
        hashes = Arrays.copyOf(hashes, size);
        Arrays.sort(hashes);
        return new Words(hashes);
    }

    /** Each word once. */
    int[] distinct() {
        return Arrays.stream(hashes).distinct().toArray();
    }

    /** From 0, no word shared, to 1, the same words as often; two texts without words are alike. */
    double likeness(Words other) {
        if (hashes.length + other.hashes.length == 0) {
            return 1;
        }
        var shared = 0;
        var i = 0;
        var j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            if (hashes[i] == other.hashes[j]) {
                shared++;
                i++;
                j++;
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / (hashes.length + other.hashes.length);
    }
}
