/** Questions in work: queued, watched, cancelled, taken up again. */
@NullMarked
package io.troubleshooter.http.work;

import org.jspecify.annotations.NullMarked;
