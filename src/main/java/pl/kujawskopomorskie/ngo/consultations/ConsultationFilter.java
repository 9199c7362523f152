package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.Nullable;

/**
 * Which consultations are asked for.
 *
 * @param state only those in it, or null for all
 * @param kind only those of it, or null for all
 * @param year only those whose term ends in it, or null for all
 * @param words as typed, in any inflected form and with or without diacritics; empty for all
 * @param withDrafts whether those not announced are asked for too; the policy decides who may
 * @param page from 1
 * @param size most rows of a page, 1 to 100
 */
public record ConsultationFilter(
        @Nullable ConsultationState state,
        @Nullable ConsultationKind kind,
        @Nullable Integer year,
        String words,
        boolean withDrafts,
        int page,
        int size) {

    public ConsultationFilter {
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException("Page " + page + " of " + size + " rows");
        }
    }
}
