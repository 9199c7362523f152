package pl.kujawskopomorskie.ngo.awards.ballot;

import java.util.HashMap;
import java.util.Map;

/** Rules as they stand in the first link of a chain. */
final class RulesJson {

    private static final String BY_CRITERION = "criterion:";
    private static final String BY_CHAIR = "chair";
    private static final String BY_LOT = "lot";

    private RulesJson() {}

    static Map<String, Object> write(Rules rules) {
        var json = new HashMap<String, Object>();
        json.put("round", rules.round());
        json.put("title", rules.title());
        json.put(
                "criteria",
                rules.criteria().stream()
                        .map(criterion ->
                                Map.of("id", criterion.id(), "name", criterion.name(), "most", criterion.most()))
                        .toList());
        json.put("jurors", rules.jurors());
        json.put("chair", rules.chair());
        json.put("entries", rules.entries());
        json.put("quorum", rules.quorum());
        json.put("threshold", rules.threshold());
        json.put("ladder", rules.ladder().stream().map(RulesJson::written).toList());
        var lot = rules.lot();
        if (lot != null) {
            json.put("lot", lot.hex());
        }
        var after = rules.after();
        if (after != null) {
            json.put("after", after.hex());
        }
        return json;
    }

    static Rules read(Fields fields) {
        return new Rules(
                fields.text("round"),
                fields.text("title"),
                fields.objects("criteria").stream().map(RulesJson::criterion).toList(),
                fields.texts("jurors"),
                fields.text("chair"),
                fields.texts("entries"),
                fields.number("quorum"),
                fields.number("threshold"),
                fields.texts("ladder").stream().map(RulesJson::rung).toList(),
                fields.has("lot") ? fields.hash("lot") : null,
                fields.has("after") ? fields.hash("after") : null);
    }

    private static Criterion criterion(Fields fields) {
        var criterion = new Criterion(fields.text("id"), fields.text("name"), fields.number("most"));
        fields.done();
        return criterion;
    }

    private static String written(TieRule rung) {
        return switch (rung) {
            case TieRule.ByCriterion(var criterion) -> BY_CRITERION + criterion;
            case TieRule.ByChair chair -> BY_CHAIR;
            case TieRule.ByLot lot -> BY_LOT;
        };
    }

    private static TieRule rung(String text) {
        return switch (text) {
            case BY_CHAIR -> new TieRule.ByChair();
            case BY_LOT -> new TieRule.ByLot();
            default -> {
                if (!text.startsWith(BY_CRITERION)) {
                    throw new IllegalArgumentException("There is no rung " + text);
                }
                yield new TieRule.ByCriterion(text.substring(BY_CRITERION.length()));
            }
        };
    }
}
