/** People: their accounts, their roles in the office, signing in, and everything that proves who somebody is. */
@NullMarked
package pl.kujawskopomorskie.ngo.accounts;

import org.jspecify.annotations.NullMarked;
