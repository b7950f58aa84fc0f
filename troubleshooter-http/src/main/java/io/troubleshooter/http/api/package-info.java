/** The routes, one class for each kind of thing. */
@NullMarked
package io.troubleshooter.http.api;

import org.jspecify.annotations.NullMarked;
