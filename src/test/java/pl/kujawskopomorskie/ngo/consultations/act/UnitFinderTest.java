package pl.kujawskopomorskie.ngo.consultations.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitFinderTest {

    private final UnitFinder finder = new UnitFinder(List.of(
            unit("par_1", "", "§ 1", "Uchwala się program współpracy z organizacjami."),
            unit("par_2", "", "§ 2", "Ilekroć w programie jest mowa o:"),
            unit("par_2__pkt_1", "par_2", "§ 2 pkt 1", "ustawie – należy przez to rozumieć ustawę o pożytku;"),
            unit("par_2__pkt_2", "par_2", "§ 2 pkt 2", "organizacjach – należy przez to rozumieć organizacje;"),
            unit("par_3__ust_1", "par_3", "§ 3 ust. 1", "Termin składania ofert wynosi czternaście dni."),
            unit("par_3__ust_1__lit_a", "par_3__ust_1", "§ 3 ust. 1 lit. a", "w formie papierowej lub"),
            unit("zal_1__par_1", "zal_1", "załącznik nr 1, § 1", "Regulamin określa tryb pracy komisji konkursowej."),
            unit("zal_2__par_7", "zal_2", "załącznik nr 2, § 7", "Komisja liczy pięć osób."),
            unit("zal_1__par_7", "zal_1", "załącznik nr 1, § 7", "Przewodniczący prowadzi obrady komisji.")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "§ 3 ust. 1|§ 3 ust. 1",
                "§3 ust 1|§ 3 ust. 1",
                "Par. 3, ustęp 1 lit. a)|§ 3 ust. 1 lit. a",
                "paragraf 2 punkt 2|§ 2 pkt 2",
                "Dotyczy: § 2 pkt. 1|§ 2 pkt 1",
                "Załącznik nr 1 § 1|załącznik nr 1, § 1",
                "zał. nr 2 do uchwały, § 7|załącznik nr 2, § 7",
                "załącznik nr 1, § 7|załącznik nr 1, § 7"
            })
    void a_unit_is_known_by_its_citation_however_people_write_it(String reference, String citation) {
        var match = finder.find(reference, "");

        assertThat(match.how()).isEqualTo(UnitFinder.How.CITED);
        assertThat(match.citation()).isEqualTo(citation);
    }

    @Test
    void a_citation_before_the_wording_counts_and_one_within_it_does_not() {
        assertThat(finder.find("", "§ 3 ust. 1. Termin składania ofert wynosi czternaście dni.")
                        .citation())
                .isEqualTo("§ 3 ust. 1");
        assertThat(finder.find("", "Uchwala się program współpracy z organizacjami (por. § 3 ust. 1).")
                        .citation())
                .isEqualTo("§ 1");
    }

    @Test
    void a_wording_alone_is_enough_when_it_is_like_one_unit() {
        var match = finder.find("", "termin składania ofert wynosi 14 dni");

        assertThat(match.how()).isEqualTo(UnitFinder.How.ALIKE);
        assertThat(match.citation()).isEqualTo("§ 3 ust. 1");
    }

    @Test
    void a_citation_that_is_not_in_the_act_is_said_to_be_none() {
        var match = finder.find("§ 3 ust. 9", "");

        assertThat(match.how()).isEqualTo(UnitFinder.How.NO_SUCH_CITATION);
        assertThat(match.isDoubtful()).isTrue();
        assertThat(match.unit()).isNull();
    }

    @Test
    void a_citation_that_stands_in_two_annexes_is_told_by_the_wording_or_not_at_all() {
        assertThat(finder.find("§ 7", "").how()).isEqualTo(UnitFinder.How.CITED_SEVERAL_TIMES);
        assertThat(finder.find("§ 7", "Komisja liczy pięć osób.").citation()).isEqualTo("załącznik nr 2, § 7");
    }

    @Test
    void a_row_that_cites_one_unit_and_quotes_another_is_doubtful() {
        var match = finder.find("§ 1", "Termin składania ofert wynosi czternaście dni.");

        assertThat(match.how()).isEqualTo(UnitFinder.How.CITATION_AND_WORDING_DISAGREE);
        assertThat(match.citation()).isEqualTo("§ 3 ust. 1");
    }

    @Test
    void a_row_about_nothing_in_particular_is_about_the_whole() {
        assertThat(finder.find("", "").how()).isEqualTo(UnitFinder.How.WHOLE_ACT);
        assertThat(finder.find("uwaga ogólna", "Coś zupełnie innego.").how()).isEqualTo(UnitFinder.How.WHOLE_ACT);
        assertThat(finder.find("", "Coś zupełnie innego niż projekt.").how()).isEqualTo(UnitFinder.How.NOTHING_ALIKE);
    }

    private static ProvisionUnit unit(String id, String parent, String citation, String text) {
        return new ProvisionUnit(id, UnitKind.SECTION, citation, citation, parent, text);
    }
}
