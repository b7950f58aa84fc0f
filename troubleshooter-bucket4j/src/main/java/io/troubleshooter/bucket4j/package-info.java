/** Rate limits by Bucket4j. */
@NullMarked
package io.troubleshooter.bucket4j;

import org.jspecify.annotations.NullMarked;
