/** Budgets, rate limits, answer cache, audit: interfaces and in-memory versions. */
@NullMarked
package io.troubleshooter.guard;

import org.jspecify.annotations.NullMarked;
