/** Sessions that are open, and whose they are. */
@NullMarked
package io.troubleshooter.http.session;

import org.jspecify.annotations.NullMarked;
