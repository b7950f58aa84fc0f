/** The redacted lines themselves, searchable: what citations are checked against. */
@NullMarked
package io.troubleshooter.evidence;

import org.jspecify.annotations.NullMarked;
