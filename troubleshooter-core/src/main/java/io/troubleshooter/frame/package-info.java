/** Clean zone: the incident frame, everything that a diagnosis may rest on. */
@NullMarked
package io.troubleshooter.frame;

import org.jspecify.annotations.NullMarked;
