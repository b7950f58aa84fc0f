/** Cases with known causes, what an analyst scores on them, and the gate that stops a release. */
@NullMarked
package io.troubleshooter.eval;

import org.jspecify.annotations.NullMarked;
