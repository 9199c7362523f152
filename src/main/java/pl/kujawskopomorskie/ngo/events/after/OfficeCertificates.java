package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import pl.kujawskopomorskie.ngo.events.Event;

/** Those who were at an event and their certificates, for its office. Two queries for a page, however many people there are. */
@Singleton
public class OfficeCertificates {

    private static final int PAGE_SIZE = 50;

    private final Certificates certificates;

    OfficeCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * One page, by name.
     *
     * @param words part of a name, or empty
     * @param page from 1; beyond the end it is the last one
     */
    public Found find(Event event, String words, int page) {
        var part = "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var total = certificates.countPage(event.key(), part);
        var pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        var number = Math.min(page, pages);
        return new Found(
                certificates.page(event.key(), part, PAGE_SIZE, PAGE_SIZE * (number - 1L)), total, number, pages);
    }

    /** One certificate of an event. */
    public Optional<Certificate> of(Event event, long id) {
        return certificates.of(event.key(), id);
    }

    /**
     * One page.
     *
     * @param rows of this page
     * @param total rows of all pages
     * @param number of this page, from 1
     * @param pages how many there are, at least one
     */
    public record Found(List<Certificates.OfficeRow> rows, long total, int number, int pages) {}
}
