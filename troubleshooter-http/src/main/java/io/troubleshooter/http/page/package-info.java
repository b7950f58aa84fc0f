/** The web page, as it is served. */
@NullMarked
package io.troubleshooter.http.page;

import org.jspecify.annotations.NullMarked;
