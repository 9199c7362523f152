package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;

/**
 * Sheets of answers, and who has answered.
 *
 * <p>The two are kept apart so that nobody who reads the database can join them. That somebody answered is the hash of a secret that
 * follows from the person, the survey and the portal's secret: it tells the portal that they come a second time, and tells a reader
 * nothing. A sheet has a number drawn by chance. Neither has a moment or a number that counts up, and both tables lie on the disk in
 * the order of these keys, so that the order of answering is nowhere; the audit log says nothing of answers. What is left is the
 * database server's own log of changes, which its operators keep for as long as a backup needs it: two rows of one transaction stand
 * there side by side.
 */
@Singleton
public class SurveySheets {

    private final LinkTokens tokens;
    private final JdbcOperations jdbc;
    private final RandomGenerator random = new SecureRandom();

    SurveySheets(@Property(name = LinkTokens.SECRET) String secret, JdbcOperations jdbc) {
        this.tokens = new LinkTokens(secret, "who answered surveys");
        this.jdbc = jdbc;
    }

    /** Whether somebody has answered. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean answered(Participant person) {
        return !query(
                        "SELECT 1 FROM survey_answered WHERE event_id = ? AND person_hash = ?",
                        List.of(person.eventId(), mark(person)),
                        row -> row.getInt(1))
                .isEmpty();
    }

    /** Notes that somebody has answered; a second time is refused by the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Participant person) {
        update(
                "INSERT INTO survey_answered (event_id, person_hash) VALUES (?, ?)",
                List.of(person.eventId(), mark(person)));
    }

    /** Puts a sheet among the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(long eventId, List<Answer> answers) {
        var number = new byte[16];
        random.nextBytes(number);
        var sheet = HexFormat.of().formatHex(number);
        update("INSERT INTO survey_sheet (event_id, sheet) VALUES (?, ?)", List.of(eventId, sheet));
        if (answers.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                "INSERT INTO survey_answer (sheet, question_id, choice, words) VALUES (?, ?, ?, ?)", statement -> {
                    for (var answer : answers) {
                        statement.setString(1, sheet);
                        statement.setLong(2, answer.questionId());
                        statement.setInt(3, answer.choice());
                        statement.setString(4, answer.words());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    /** Whether anybody has answered a survey. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean any(long eventId) {
        return !query("SELECT 1 FROM survey_sheet WHERE event_id = ? LIMIT 1", List.of(eventId), row -> row.getInt(1))
                .isEmpty();
    }

    /** How many sheets there are. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int count(long eventId) {
        return query("SELECT COUNT(*) FROM survey_sheet WHERE event_id = ?", List.of(eventId), row -> row.getInt(1))
                .getFirst();
    }

    /** How often each mark and each choice was given; under choice 0 how many answered in words. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Tally> tallies(long eventId) {
        return query(
                "SELECT a.question_id, a.choice, COUNT(*) AS sheets FROM survey_question q"
                        + " JOIN survey_answer a ON a.question_id = q.id WHERE q.event_id = ?"
                        + " GROUP BY a.question_id, a.choice ORDER BY a.question_id, a.choice",
                List.of(eventId),
                row -> new Tally(row.getLong(1), row.getInt(2), row.getInt(3)));
    }

    /** How many sheets answer each question that any answers. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, Integer> answeredQuestions(long eventId) {
        return query(
                        "SELECT a.question_id, COUNT(DISTINCT a.sheet) FROM survey_question q"
                                + " JOIN survey_answer a ON a.question_id = q.id WHERE q.event_id = ?"
                                + " GROUP BY a.question_id",
                        List.of(eventId),
                        row -> Map.entry(row.getLong(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Some answers in words to a question of an event's survey, in an order of chance that stays the same. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> words(long eventId, long questionId, int limit, long offset) {
        return query(
                "SELECT a.words FROM survey_answer a JOIN survey_question q ON q.id = a.question_id"
                        + " WHERE q.event_id = ? AND a.question_id = ? AND a.choice = 0 ORDER BY a.sheet LIMIT ? OFFSET ?",
                List.of(eventId, questionId, limit, offset),
                row -> row.getString(1));
    }

    /** A stretch of sheets after one, by their numbers, which are in an order of chance. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> after(long eventId, String sheet, int limit) {
        return query(
                "SELECT sheet FROM survey_sheet WHERE event_id = ? AND sheet > ? ORDER BY sheet LIMIT ?",
                List.of(eventId, sheet, limit),
                row -> row.getString(1));
    }

    /** The answers of some sheets by sheet. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, List<Answer>> answers(List<String> sheets) {
        if (sheets.isEmpty()) {
            return Map.of();
        }
        return query(
                        "SELECT sheet, question_id, choice, words FROM survey_answer WHERE sheet IN ("
                                + String.join(", ", Collections.nCopies(sheets.size(), "?"))
                                + ") ORDER BY sheet, question_id, choice",
                        sheets,
                        row -> Map.entry(row.getString(1), new Answer(row.getLong(2), row.getInt(3), row.getString(4))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private byte[] mark(Participant person) {
        return LinkTokens.hash(tokens.of("survey " + person.eventId() + " " + person.identity()));
    }

    private <T> List<T> query(String sql, List<?> arguments, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            bind(statement, arguments);
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        });
    }

    private void update(String sql, List<?> arguments) {
        jdbc.prepareStatement(sql, statement -> {
            bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    private static void bind(PreparedStatement statement, List<?> arguments) throws SQLException {
        var at = 1;
        for (var argument : arguments) {
            statement.setObject(at++, argument);
        }
    }

    /** Reads one row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * An answer.
     *
     * @param questionId to which question
     * @param choice the mark, or the number of what was chosen, from 1; 0 for words
     * @param words or empty
     */
    public record Answer(long questionId, int choice, String words) {}

    /**
     * How often one thing was answered.
     *
     * @param questionId to which question
     * @param choice the mark or the number of what was chosen; 0 for words
     * @param sheets how often
     */
    public record Tally(long questionId, int choice, int sheets) {}
}
