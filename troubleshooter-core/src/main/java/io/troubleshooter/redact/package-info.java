/** The border: the only place where raw text becomes RedactedText. */
@NullMarked
package io.troubleshooter.redact;

import org.jspecify.annotations.NullMarked;
