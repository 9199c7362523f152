package pl.kujawskopomorskie.ngo.bench;

import org.jspecify.annotations.Nullable;

/** Two schemas with the same two consultations, each made when it is first asked for; one holds a million remarks besides. */
final class Filled {

    /** Number of the consultation on 300 units with 10 000 remarks. */
    static final int MANY = 1;

    /** Number of the consultation on one unit with one remark, the only one of its kind. */
    static final int ONE = 2;

    private static final int LARGE = 3;
    private static final int FIRST_USUAL = 4;
    private static final int USUAL = 490;

    private final BenchmarkDatabase database;
    private @Nullable Schema few;
    private @Nullable Schema many;

    Filled(BenchmarkDatabase database) {
        this.database = database;
    }

    /** 10 000 remarks on one consultation, and little else. */
    Schema few() throws Exception {
        if (few == null) {
            few = make("few", false);
        }
        return few;
    }

    /** The same, and a consultation of 500 000 remarks, and 490 of 1000. */
    Schema many() throws Exception {
        if (many == null) {
            many = make("many", true);
        }
        return many;
    }

    private Schema make(String name, boolean million) throws Exception {
        var schema = database.emptySchema(name);
        PortalProcess.migrate(schema);
        try (var filling = new FillingSchema(schema)) {
            if (million) {
                // The rows that are measured come in the middle, as those of a year come between other years.
                filling.consultation(LARGE, 300, 500_000);
                usual(filling, 0, USUAL / 2);
            }
            filling.consultation(MANY, 300, 10_000);
            filling.consultation(ONE, 1, 1);
            schema.run("UPDATE consultation SET kind = 'OTHER' WHERE slug = ?", FillingSchema.slug(ONE));
            if (million) {
                usual(filling, USUAL / 2, USUAL);
            }
            filling.analyze();
        }
        return schema;
    }

    private static void usual(FillingSchema filling, int from, int to) throws Exception {
        for (var i = from; i < to; i++) {
            filling.consultation(FIRST_USUAL + i, 60, 1_000);
        }
    }
}
