/** Which request goes where, and who may send it. */
@NullMarked
package io.troubleshooter.http.route;

import org.jspecify.annotations.NullMarked;
