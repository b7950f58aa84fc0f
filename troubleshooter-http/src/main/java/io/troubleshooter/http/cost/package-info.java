/** What answers cost, and which days are unlike the others. */
@NullMarked
package io.troubleshooter.http.cost;

import org.jspecify.annotations.NullMarked;
