/** Sessions, budgets, cache and audit on one SQLite file. */
@NullMarked
package io.troubleshooter.sqlite;

import org.jspecify.annotations.NullMarked;
