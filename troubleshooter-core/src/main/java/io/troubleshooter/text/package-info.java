/** Positions in what the user gave: the units of every citation. */
@NullMarked
package io.troubleshooter.text;

import org.jspecify.annotations.NullMarked;
