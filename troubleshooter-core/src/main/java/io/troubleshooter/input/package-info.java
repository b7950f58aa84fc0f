/** Raw zone: where logs come from, read in bounded blocks. */
@NullMarked
package io.troubleshooter.input;

import org.jspecify.annotations.NullMarked;
