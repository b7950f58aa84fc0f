/** The service: what listens, and the programs that start it. */
@NullMarked
package io.troubleshooter.http;

import org.jspecify.annotations.NullMarked;
