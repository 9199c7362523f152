package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remarks as everybody may read them. Two queries for a list however long the register is, and however far in. */
@Singleton
public final class PublicRemarks {

    private final RemarkRegister register;
    private final RemarkRedactions redactions;
    private final RemarkAttachments attachments;

    PublicRemarks(RemarkRegister register, RemarkRedactions redactions, RemarkAttachments attachments) {
        this.register = register;
        this.redactions = redactions;
        this.attachments = attachments;
    }

    /**
     * Remarks that match, in the order of their numbers.
     *
     * @param from the first number that may be among them
     * @param limit most remarks
     */
    public List<PublicRemark> from(Consultation consultation, RemarkFilter filter, int from, int limit) {
        var rows = register.forward(
                consultation.key(),
                from,
                filter.isAll(),
                filter.unit(),
                filter.unitsInside(),
                position(filter),
                filter.unanswered(),
                channel(filter),
                filter.search(consultation.key()),
                limit);
        var hidden = hidden(rows);
        return rows.stream()
                .map(row -> PublicRemark.of(row, hidden.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /**
     * Remarks after a number, for a client that reads page by page: the number of the last one it got is its cursor.
     *
     * @param after 0 for the first page
     */
    public List<PublicRemark> after(Consultation consultation, int after, int limit) {
        return from(consultation, RemarkFilter.ALL, after + 1, limit);
    }

    /** How many remarks match. */
    public int count(Consultation consultation, RemarkFilter filter) {
        return register.count(
                consultation.key(),
                filter.isAll(),
                filter.unit(),
                filter.unitsInside(),
                position(filter),
                filter.unanswered(),
                channel(filter),
                filter.search(consultation.key()));
    }

    /** The number at which the page before the given number begins, when a page has so many remarks. */
    public Optional<Integer> pageBefore(Consultation consultation, RemarkFilter filter, int number, int size) {
        var numbers = register.numbersBefore(
                consultation.key(),
                number,
                filter.isAll(),
                filter.unit(),
                filter.unitsInside(),
                position(filter),
                filter.unanswered(),
                channel(filter),
                filter.search(consultation.key()),
                size);
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
    }

    /** Some remarks by their numbers, each with what is hidden in it. */
    Map<Integer, Redacted> ofNumbers(Consultation consultation, Collection<Integer> numbers) {
        var rows = numbers.isEmpty() ? List.<RemarkRegister.Row>of() : register.some(consultation.key(), numbers);
        var hidden = hidden(rows);
        return rows.stream()
                .map(row -> {
                    var ofRow = hidden.getOrDefault(row.id(), List.of());
                    return new Redacted(PublicRemark.of(row, ofRow), ofRow);
                })
                .collect(Collectors.toMap(one -> one.remark().number(), Function.identity()));
    }

    /** One remark by its number. */
    public Optional<Whole> find(Consultation consultation, int number) {
        return register.one(consultation.key(), number).map(row -> {
            var hidden = redactions.findByRemarkIdInOrderById(List.of(row.id()));
            var remark = PublicRemark.of(row, hidden);
            return new Whole(
                    remark,
                    remark.attachments() == 0 ? List.of() : files(row.id(), hidden),
                    remark.withdrawn() || row.unitId() == null ? List.of() : register.traces(row.unitId()));
        });
    }

    /**
     * An attachment that may be handed out.
     *
     * @param withHidden whether the one who asks may have it although it is hidden, or the remark withdrawn
     */
    public Optional<RemarkAttachments.File> file(
            Consultation consultation, int number, long attachmentId, boolean withHidden) {
        var row = register.one(consultation.key(), number).orElse(null);
        if (row == null || (row.state() != RemarkState.SUBMITTED && !withHidden)) {
            return Optional.empty();
        }
        if (!withHidden
                && RemarkRedaction.hides(attachmentId, redactions.findByRemarkIdInOrderById(List.of(row.id())))
                        != null) {
            return Optional.empty();
        }
        return attachments.findByRemark(row.id()).stream()
                .filter(file -> file.id() == attachmentId)
                .findFirst();
    }

    /** The units that have remarks, each once, in the order of the text; what only old versions have comes last. */
    public List<RemarkedUnit> units(Consultation consultation) {
        var seen = new ArrayList<RemarkedUnit>();
        var addresses = new HashSet<String>();
        for (var unit : register.remarkedUnits(consultation.key())) {
            if (addresses.add(unit.address())) {
                seen.add(new RemarkedUnit(unit.address(), unit.citation()));
            }
        }
        return seen;
    }

    private List<PublicFile> files(long remarkId, List<RemarkRedaction> hidden) {
        return attachments.findByRemark(remarkId).stream()
                .map(file -> new PublicFile(file, RemarkRedaction.hides(file.id(), hidden)))
                .toList();
    }

    private Map<Long, List<RemarkRedaction>> hidden(List<RemarkRegister.Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return redactions
                .findByRemarkIdInOrderById(
                        rows.stream().map(RemarkRegister.Row::id).toList())
                .stream()
                .collect(Collectors.groupingBy(RemarkRedaction::remarkId));
    }

    private static String position(RemarkFilter filter) {
        return filter.position() == null ? "" : filter.position().name();
    }

    private static String channel(RemarkFilter filter) {
        return filter.channel() == null ? "" : filter.channel().name();
    }

    /** A remark as everybody may read it, and what is hidden in it. */
    record Redacted(PublicRemark remark, List<RemarkRedaction> redactions) {}

    /**
     * A remark with what belongs to its own page.
     *
     * @param remark itself
     * @param files its attachments
     * @param traces its unit in the published versions, from the one it was made on
     */
    public record Whole(PublicRemark remark, List<PublicFile> files, List<RemarkRegister.Trace> traces) {

        /** What became of its unit, or null for a remark on the whole act. */
        public @Nullable UnitFate fate(int newestVersion) {
            if (traces.isEmpty()) {
                return null;
            }
            var last = traces.getLast();
            if (last.version() < newestVersion) {
                return new UnitFate(
                        UnitFate.Kind.REMOVED, last.version() + 1, last.address(), last.citation(), last.text());
            }
            return new UnitFate(kind(), last.version(), last.address(), last.citation(), last.text());
        }

        private UnitFate.Kind kind() {
            if (traces.size() == 1) {
                return UnitFate.Kind.CURRENT;
            }
            var later = traces.subList(1, traces.size());
            if (later.stream().anyMatch(trace -> trace.fate() == DraftUnit.Fate.MOVED)) {
                return UnitFate.Kind.MOVED;
            }
            return traces.getFirst().text().equals(traces.getLast().text())
                    ? UnitFate.Kind.SAME
                    : UnitFate.Kind.CHANGED;
        }
    }

    /**
     * An attachment.
     *
     * @param file what is known of it
     * @param hiddenBecause why the office does not show it, or null when it does
     */
    public record PublicFile(
            RemarkAttachments.File file, @Nullable String hiddenBecause) {}

    /**
     * A unit that has remarks.
     *
     * @param address of the unit
     * @param citation as law cites it
     */
    public record RemarkedUnit(String address, String citation) {}
}
