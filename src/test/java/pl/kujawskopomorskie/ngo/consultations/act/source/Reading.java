package pl.kujawskopomorskie.ngo.consultations.act.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Read;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Refused;

/** Short words for reading a file in a test. */
final class Reading {

    private Reading() {}

    static SourceText text(byte[] bytes, String name) {
        var read = new SourceReader().read(bytes, name);
        assertThat(read).isInstanceOf(Read.class);
        return ((Read) read).text();
    }

    static List<SourceLine> lines(byte[] bytes, String name) {
        return text(bytes, name).lines();
    }

    /** Lines as "number|text", those of running text without a word on their role, others led by it. */
    static List<String> shown(byte[] bytes, String name) {
        return lines(bytes, name).stream().map(Reading::shown).toList();
    }

    static String shown(SourceLine line) {
        String role = line.role() == SourceLine.Role.BODY ? "" : line.role() + " ";
        String number = line.number().isEmpty() ? "" : line.number() + "|";
        return role + number + line.text();
    }

    static Reason refusal(byte[] bytes, String name) {
        return refusal(new SourceReader().read(bytes, name));
    }

    static Reason refusal(ReadSource read) {
        assertThat(read).isInstanceOf(Refused.class);
        return ((Refused) read).reason();
    }
}
