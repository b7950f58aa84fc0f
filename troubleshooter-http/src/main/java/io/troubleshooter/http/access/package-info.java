/** Who calls, and what they may do. */
@NullMarked
package io.troubleshooter.http.access;

import org.jspecify.annotations.NullMarked;
