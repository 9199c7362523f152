package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nazwa organizacji | NAME
            Pełna nazwa | NAME
            Nazwa skrócona | SHORT_NAME
            Nr KRS | KRS
            KRS/NIP | KRS
            NIP | NIP
            Nr REGON | REGON
            KRS do 1,5% | TAX_KRS
            Rok wpisu do KRS | FOUNDED_YEAR
            Ulica | STREET
            ul. | STREET
            Nr | HOUSE
            nr. | HOUSE
            Numer | HOUSE
            Nr domu | HOUSE
            Numer budynku | HOUSE
            Nr domu/lokalu | HOUSE
            Dom | HOUSE
            Nr lokalu | FLAT
            Nr mieszkania | FLAT
            Kod | POSTCODE
            Kod pocztowy | POSTCODE
            Miejscowość | TOWN
            Gmina | COMMUNE
            Kod TERYT gminy | COMMUNE_TERYT
            Powiat | COUNTY
            Kod powiatu | COUNTY
            Telefon | CONTACT_PHONE
            Nr telefonu | CONTACT_PHONE
            Numer telefonu | CONTACT_PHONE
            Nr tel. | CONTACT_PHONE
            tel. | CONTACT_PHONE
            Tel. kom. | CONTACT_PHONE
            Telefon do domu | CONTACT_PHONE
            Adres e-mail | CONTACT_EMAIL
            Strona www | WEBSITE
            Adres strony | WEBSITE
            Rok założenia | FOUNDED_YEAR
            krs | KRS
            contact_public | CONTACT_PUBLIC
            """)
    void a_heading_is_known_for_what_it_says(String heading, OrganisationField field) {
        assertThat(ImportColumns.guess(List.of(heading))).containsExactly(Optional.of(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nr konta",
                "Nr wpisu",
                "Numer umowy",
                "Lp.",
                "Data wpisu do KRS",
                "KRS – data wpisu",
                "Data aktualizacji telefonu",
                "Sąd rejestrowy KRS",
                "Czy ma NIP?",
                "Domena",
                "Lokalizacja",
                "Kod PKD",
                "Uwagi"
            })
    void a_heading_that_says_nothing_of_these_is_not_read(String heading) {
        assertThat(ImportColumns.guess(List.of(heading))).containsExactly(Optional.empty());
    }

    @Test
    void the_first_column_has_a_fact_but_a_county_s_code_goes_before_its_name() {
        assertThat(ImportColumns.guess(List.of("Telefon", "Nr telefonu 2", "Powiat", "Kod powiatu", "Kod TERYT gminy")))
                .containsExactly(
                        Optional.of(OrganisationField.CONTACT_PHONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(OrganisationField.COUNTY),
                        Optional.of(OrganisationField.COMMUNE_TERYT));
    }
}
