/** The command line {@code tst}. */
@NullMarked
package io.troubleshooter.cli;

import org.jspecify.annotations.NullMarked;
