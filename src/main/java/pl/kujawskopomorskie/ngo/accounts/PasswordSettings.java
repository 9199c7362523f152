package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The price of one guess at a password, from {@code portal.passwords.*}. The defaults are those that OWASP's password
 * storage cheat sheet gives for Argon2id; raising them rehashes each password at its next use.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations passes over that memory
 * @param atOnce how many hashes a node computes at the same moment; the rest wait, so that a flood of sign-ins takes no
 *     more than this many times the memory
 */
@ConfigurationProperties("portal.passwords")
record PasswordSettings(
        @Bindable(defaultValue = "19456") int memoryKib,
        @Bindable(defaultValue = "2") int iterations,
        @Bindable(defaultValue = "4") int atOnce) {}
