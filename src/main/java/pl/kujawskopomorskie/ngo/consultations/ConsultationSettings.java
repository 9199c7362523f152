package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The office's settings for consultations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConsultationSettings extends GenericRepository<ConsultationSettings.Row, String> {

    Optional<Row> findByName(String name);

    /** Sets a value; the same again is no change. */
    @Query("INSERT INTO consultation_setting (name, value, changed_at, changed_by)"
            + " VALUES (:name, :value, :changedAt, :changedBy)"
            + " ON DUPLICATE KEY UPDATE value = :value, changed_at = :changedAt, changed_by = :changedBy")
    void set(String name, String value, Instant changedAt, long changedBy);

    /** The value in force. */
    default int valueOf(ConsultationSetting setting) {
        return findByName(setting.name())
                .map(row -> Integer.parseInt(row.value()))
                .orElse(setting.standard());
    }

    /**
     * A setting that the office changed.
     *
     * @param name of the {@link ConsultationSetting}
     * @param value as text
     * @param changedAt when
     * @param changedBy by whom
     */
    @Introspected
    @MappedEntity("consultation_setting")
    record Row(
            @Id String name,
            String value,
            Instant changedAt,
            @Nullable Long changedBy) {}
}
