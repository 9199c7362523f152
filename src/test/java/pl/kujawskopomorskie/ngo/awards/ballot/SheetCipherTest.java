package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SheetCipherTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Nonce NONCE = Nonce.draw(RANDOM);

    private final SheetCipher cipher = new SheetCipher(new byte[32], RANDOM);
    private final ScoreSheet sheet = ExampleRound.sheet("J1", "E1", 7, 19);

    @Test
    void what_is_decrypted_is_what_was_encrypted() {
        assertThat(cipher.decrypt(cipher.encrypt("r", sheet, NONCE), sheet.commitment("r", NONCE)))
                .isEqualTo(new Step.Revealed(sheet, NONCE));
    }

    @Test
    void equal_sheets_look_different_so_that_nobody_sees_who_gave_the_same_points() {
        assertThat(cipher.encrypt("r", sheet, NONCE)).isNotEqualTo(cipher.encrypt("r", sheet, NONCE));
        assertThat(sheet.commitment("r", NONCE)).isNotEqualTo(sheet.commitment("r", Nonce.draw(RANDOM)));
    }

    @Test
    void nothing_of_a_sheet_can_be_read_in_what_is_kept_or_printed() {
        assertThat(new String(cipher.encrypt("r", sheet, NONCE), StandardCharsets.ISO_8859_1))
                .doesNotContain("E1", "J1", "19", NONCE.hex());
        assertThat(new Step.Revealed(sheet, NONCE).toString()).doesNotContain("19", NONCE.hex());
    }

    @Test
    void a_sheet_in_place_of_another_one_is_not_decrypted() {
        var other = ExampleRound.sheet("J1", "E2", 7, 19);

        assertThatThrownBy(() -> cipher.decrypt(cipher.encrypt("r", other, NONCE), sheet.commitment("r", NONCE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bit_that_changed_or_another_key_is_noticed() {
        var bytes = cipher.encrypt("r", sheet, NONCE);
        var commitment = sheet.commitment("r", NONCE);
        var otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatThrownBy(() -> new SheetCipher(otherKey, RANDOM).decrypt(bytes, commitment))
                .isInstanceOf(IllegalArgumentException.class);
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(changed, commitment)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> cipher.decrypt(new byte[5], commitment)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new SheetCipher(new byte[16], RANDOM)).isInstanceOf(IllegalArgumentException.class);
    }
}
