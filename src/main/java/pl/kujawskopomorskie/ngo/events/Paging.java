package pl.kujawskopomorskie.ngo.events;

/**
 * Where a page of a list stands.
 *
 * @param number from 1; beyond the end there is nothing to show but the last one
 * @param pages how many there are, at least one
 * @param offset rows of the pages before
 */
record Paging(int number, int pages, long offset) {

    /**
     * The page to show.
     *
     * @param total rows of all pages
     * @param asked number that was asked for
     * @param size most rows of a page
     */
    static Paging of(long total, int asked, int size) {
        var pages = (int) Math.max(1, (total + size - 1) / size);
        var number = Math.min(asked, pages);
        return new Paging(number, pages, size * (long) (number - 1));
    }
}
