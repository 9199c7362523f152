/**
 * Pages of accounts, the cookies of a sign-in, and what a request learns from them: who is acting. Nobody's business but
 * this module's.
 */
@NullMarked
package pl.kujawskopomorskie.ngo.accounts.web;

import org.jspecify.annotations.NullMarked;
