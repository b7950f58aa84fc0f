/** What went wrong, for programs and people (RFC 9457). */
@NullMarked
package io.troubleshooter.http.problem;

import org.jspecify.annotations.NullMarked;
