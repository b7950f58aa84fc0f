/** The facade: {@code Troubleshooter.create().diagnose(LogSource.of(path))}. */
@NullMarked
package io.troubleshooter;

import org.jspecify.annotations.NullMarked;
