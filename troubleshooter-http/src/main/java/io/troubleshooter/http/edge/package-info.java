/** What every request passes before it meets its route, and every answer on its way back. */
@NullMarked
package io.troubleshooter.http.edge;

import org.jspecify.annotations.NullMarked;
