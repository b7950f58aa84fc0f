/** Raw zone: any input becomes lines of valid UTF-8 without control codes, numbered as the user sees them. */
@NullMarked
package io.troubleshooter.normalize;

import org.jspecify.annotations.NullMarked;
