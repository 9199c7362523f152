package pl.kujawskopomorskie.ngo.consultations.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.OfficeFilter;
import pl.kujawskopomorskie.ngo.consultations.OfficeWaiting;
import pl.kujawskopomorskie.ngo.shared.web.HomeDoor.Fact;

/** The work that waits for a person of the office, each piece with the list in which it is done. */
@Singleton
final class OfficeQueue {

    private static final int MOST = 10;

    private final OfficeWaiting waiting;

    OfficeQueue(OfficeWaiting waiting) {
        this.waiting = waiting;
    }

    List<Fact> of(Actor actor) {
        var facts = new ArrayList<Fact>();
        for (var row : waiting.waitingFor(actor, MOST)) {
            var list = "/biuro/konsultacje/" + row.slug() + "/uwagi";
            var own = list + "?departament=" + row.departmentId();
            add(facts, row, own + "&stan=" + OfficeFilter.RETURNED, "consultations.waiting.returned", row.returned());
            add(facts, row, own + "&stan=" + OfficeFilter.TO_ANSWER, "consultations.waiting.answer", row.toAnswer());
            add(facts, row, list + "?stan=IN_REVIEW", "consultations.waiting.approve", row.toApprove());
            add(facts, row, list + "?departament=-1&stan=NONE", "consultations.waiting.give", row.toGive());
        }
        return facts;
    }

    private static void add(List<Fact> facts, OfficeWaiting.Row row, String link, String noteKey, int many) {
        if (many > 0) {
            facts.add(new Fact(row.title(), link, noteKey, noteKey.endsWith("returned"), many));
        }
    }
}
