package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.PublicRemark;
import pl.kujawskopomorskie.ngo.consultations.PublicRemarks;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.shared.web.Choice;

/**
 * The register of remarks. Its pages are stretches of numbers, so that the last costs what the first does.
 *
 * @param overview of the consultation
 * @param query what was asked for
 * @param rows on this page
 * @param previous number at which the page before begins, or null on the first
 * @param next number at which the page after begins, or null on the last
 * @param last number at which the last page begins, or null when that is not known or is this page
 * @param total numbers given in all; in a narrowed register remarks that match
 * @param units to choose from
 * @param positions to choose from
 * @param channels to choose from
 */
record RegisterPage(
        ConsultationOverview overview,
        RegisterQuery query,
        List<Row> rows,
        @Nullable Integer previous,
        @Nullable Integer next,
        @Nullable Integer last,
        int total,
        List<Choice> units,
        List<Choice> positions,
        List<Choice> channels) {

    /** Remarks on a page. */
    static final int SIZE = 50;

    private static final int LONGEST_EXCERPT = 400;

    static RegisterPage from(
            ConsultationOverview overview,
            RegisterQuery query,
            List<PublicRemark> found,
            @Nullable Integer previous,
            int total,
            List<PublicRemarks.RemarkedUnit> units) {
        var next = found.size() > SIZE ? Integer.valueOf(found.get(SIZE).number()) : null;
        return new RegisterPage(
                overview,
                query,
                found.stream()
                        .limit(SIZE)
                        .map(remark -> Row.from(overview, remark))
                        .toList(),
                previous,
                next,
                query.narrowed() || next == null ? null : Integer.valueOf((total - 1) / SIZE * SIZE + 1),
                total,
                units.stream()
                        .map(unit -> Choice.named(unit.address(), unit.citation()))
                        .toList(),
                Stream.concat(
                                Stream.of(RegisterQuery.UNANSWERED),
                                Arrays.stream(Answer.Position.values()).map(Enum::name))
                        .map(name -> Choice.keyed(name, "consultations.position." + name))
                        .toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> Choice.keyed(channel.name(), "consultations.channel." + channel.name()))
                        .toList());
    }

    /** Whether a remark can be made now. */
    public boolean open() {
        return overview.state() == ConsultationState.OPEN;
    }

    /** The number of the first remark on this page; of use only when there is one. */
    public int firstNumber() {
        return rows.getFirst().remark().number();
    }

    /** The number of the last remark on this page; of use only when there is one. */
    public int lastNumber() {
        return rows.getLast().remark().number();
    }

    /**
     * One line of the register.
     *
     * @param remark as everybody may read it
     * @param reference its public number
     * @param proposed beginning of the proposed wording
     * @param rationale beginning of the rationale
     */
    record Row(PublicRemark remark, String reference, String proposed, String rationale) {

        static Row from(ConsultationOverview overview, PublicRemark remark) {
            return new Row(
                    remark,
                    RemarkReceipt.number(overview.reference(), remark.number()),
                    excerpt(remark.proposedWording()),
                    excerpt(remark.rationale()));
        }

        /** Name of its position, or of there being none. */
        public String positionName() {
            var answer = remark.answer();
            return answer == null ? RegisterQuery.UNANSWERED : answer.position().name();
        }

        private static String excerpt(String text) {
            if (text.length() <= LONGEST_EXCERPT) {
                return text;
            }
            var end = text.lastIndexOf(' ', LONGEST_EXCERPT);
            var cut = end < LONGEST_EXCERPT / 2 ? LONGEST_EXCERPT : end;
            return text.substring(0, Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut) + "…";
        }
    }
}
