/** Evidence on its way in: bodies, files, archives, pages, metrics, uploads. */
@NullMarked
package io.troubleshooter.http.intake;

import org.jspecify.annotations.NullMarked;
