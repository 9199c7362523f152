package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Something that happened in a round and can never be undone, only followed by something else. */
public sealed interface Step {

    /** The round opened; from here on its rules are frozen. What jurors are recused from in a round before holds in it too. */
    record Opened(Rules rules) implements Step {}

    /**
     * A juror may not score an entry, and a sheet they may have sealed for it counts no more.
     *
     * @param source who says so
     * @param conflict of which kind, in a few words and without anybody's name
     */
    record Recused(String juror, String entry, Source source, String conflict) implements Step {
        /** Who knows of a conflict. */
        public enum Source {
            /** The juror declared it. */
            DECLARED,
            /** The portal knew it. */
            KNOWN
        }
    }

    /**
     * A juror sealed a sheet.
     *
     * @param commitment {@link ScoreSheet#commitment}
     * @param ciphertext hash of the encrypted sheet, so that no other can be put in its place
     */
    record Sealed(String juror, String entry, Hash commitment, Hash ciphertext) implements Step {}

    /**
     * A juror sealed another sheet in place of the last one.
     *
     * @param replaced commitment of the last one
     */
    record Replaced(String juror, String entry, Hash replaced, Hash commitment, Hash ciphertext) implements Step {}

    /** A juror left the chapter in the middle of the round; none of their sheets counts. */
    record Left(String juror, String reason) implements Step {}

    /**
     * The round closed: no sheet is sealed any more, and what was sealed is shown.
     *
     * @param counting how many sheets count
     * @param unranked entries that have fewer of them than the quorum, in the order of the rules
     */
    record Closed(int counting, List<String> unranked) implements Step {
        public Closed {
            unranked = List.copyOf(unranked);
        }
    }

    /** A sheet that counts is shown, with what proves that it is the one that was sealed. */
    record Revealed(ScoreSheet sheet, Nonce nonce) implements Step {}

    /** The value of the lot is shown. */
    record LotShown(Nonce lot) implements Step {}

    /** The chair puts entries with equal points in order. */
    record ChairVoted(List<String> order) implements Step {
        public ChairVoted {
            order = List.copyOf(order);
        }
    }

    /** The count. */
    record Tallied(Ranking ranking) implements Step {}

    /**
     * What the chapter recommends.
     *
     * @param entries in its order, possibly none
     * @param rationale in its words
     */
    record Recommended(List<String> entries, String rationale) implements Step {
        public Recommended {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What the executive board decided; it may differ from what was recommended.
     *
     * @param resolution its number and date, as it is cited
     * @param entries in its order, possibly none
     */
    record Decided(String resolution, List<String> entries) implements Step {
        public Decided {
            entries = List.copyOf(entries);
        }
    }

    /** What it is called in a chain. */
    default String kind() {
        return switch (this) {
            case Opened step -> "opened";
            case Recused step -> "recused";
            case Sealed step -> "sealed";
            case Replaced step -> "replaced";
            case Left step -> "left";
            case Closed step -> "closed";
            case Revealed step -> "revealed";
            case LotShown step -> "lot-shown";
            case ChairVoted step -> "chair-voted";
            case Tallied step -> "tallied";
            case Recommended step -> "recommended";
            case Decided step -> "decided";
        };
    }

    /** What it says, as canonical JSON. */
    default String payload() {
        return Json.write(
                switch (this) {
                    case Opened(var rules) -> RulesJson.write(rules);
                    case Recused(var juror, var entry, var source, var conflict) ->
                        Map.of("juror", juror, "entry", entry, "source", source.name(), "conflict", conflict);
                    case Sealed(var juror, var entry, var commitment, var ciphertext) ->
                        Map.of(
                                "juror",
                                juror,
                                "entry",
                                entry,
                                "commitment",
                                commitment.hex(),
                                "ciphertext",
                                ciphertext.hex());
                    case Replaced(var juror, var entry, var replaced, var commitment, var ciphertext) ->
                        Map.of(
                                "juror", juror,
                                "entry", entry,
                                "replaced", replaced.hex(),
                                "commitment", commitment.hex(),
                                "ciphertext", ciphertext.hex());
                    case Left(var juror, var reason) -> Map.of("juror", juror, "reason", reason);
                    case Closed(var counting, var unranked) -> Map.of("counting", counting, "unranked", unranked);
                    case Revealed(var sheet, var nonce) ->
                        Map.of(
                                "juror", sheet.juror(),
                                "entry", sheet.entry(),
                                "points", sheet.points(),
                                "nonce", nonce.hex());
                    case LotShown(var lot) -> Map.of("lot", lot.hex());
                    case ChairVoted(var order) -> Map.of("order", order);
                    case Tallied(var ranking) -> written(ranking);
                    case Recommended(var entries, var rationale) -> Map.of("entries", entries, "rationale", rationale);
                    case Decided(var resolution, var entries) -> Map.of("resolution", resolution, "entries", entries);
                });
    }

    private static Map<String, Object> written(Ranking ranking) {
        var json = new HashMap<String, Object>();
        json.put(
                "places",
                ranking.places().stream()
                        .map(place -> Map.of(
                                "number",
                                place.number(),
                                "entries",
                                place.entries().stream()
                                        .map(scored -> Map.of(
                                                "entry", scored.entry(),
                                                "sum", scored.mean().sum(),
                                                "sheets", scored.mean().sheets()))
                                        .toList()))
                        .toList());
        json.put("unranked", ranking.unranked());
        return json;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if there is no such kind, or the payload is not one of it
     */
    static Step read(String kind, String payload) {
        var fields = new Fields(Json.read(payload));
        var step = switch (kind) {
            case "opened" -> new Opened(RulesJson.read(fields));
            case "recused" ->
                new Recused(
                        fields.text("juror"),
                        fields.text("entry"),
                        Recused.Source.valueOf(fields.text("source")),
                        fields.text("conflict"));
            case "sealed" ->
                new Sealed(
                        fields.text("juror"),
                        fields.text("entry"),
                        fields.hash("commitment"),
                        fields.hash("ciphertext"));
            case "replaced" ->
                new Replaced(
                        fields.text("juror"),
                        fields.text("entry"),
                        fields.hash("replaced"),
                        fields.hash("commitment"),
                        fields.hash("ciphertext"));
            case "left" -> new Left(fields.text("juror"), fields.text("reason"));
            case "closed" -> new Closed(fields.number("counting"), fields.texts("unranked"));
            case "revealed" ->
                new Revealed(
                        new ScoreSheet(fields.text("juror"), fields.text("entry"), fields.numbers("points")),
                        new Nonce(fields.text("nonce")));
            case "lot-shown" -> new LotShown(new Nonce(fields.text("lot")));
            case "chair-voted" -> new ChairVoted(fields.texts("order"));
            case "tallied" -> new Tallied(ranking(fields));
            case "recommended" -> new Recommended(fields.texts("entries"), fields.text("rationale"));
            case "decided" -> new Decided(fields.text("resolution"), fields.texts("entries"));
            default -> throw new IllegalArgumentException("There are no steps called " + kind);
        };
        fields.done();
        return Objects.requireNonNull(step);
    }

    private static Ranking ranking(Fields fields) {
        return new Ranking(
                fields.objects("places").stream()
                        .map(place -> {
                            var read = new Ranking.Place(
                                    place.number("number"),
                                    place.objects("entries").stream()
                                            .map(Step::scored)
                                            .toList());
                            place.done();
                            return read;
                        })
                        .toList(),
                fields.texts("unranked"));
    }

    private static Ranking.Scored scored(Fields fields) {
        var scored = new Ranking.Scored(fields.text("entry"), new Mean(fields.large("sum"), fields.number("sheets")));
        fields.done();
        return scored;
    }
}
