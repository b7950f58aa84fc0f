/** The conversation in the terminal: the one place that knows JLine, loaded for {@code tst chat} alone. */
@NullMarked
package io.troubleshooter.cli.chat;

import org.jspecify.annotations.NullMarked;
