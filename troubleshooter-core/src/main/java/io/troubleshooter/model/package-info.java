/** What the loop needs of a language model, whoever serves it. Requests hold instructions and redacted evidence only. */
@NullMarked
package io.troubleshooter.model;

import org.jspecify.annotations.NullMarked;
