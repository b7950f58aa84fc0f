/** Clean zone: ranked hypotheses, each with citations that were checked. */
@NullMarked
package io.troubleshooter.diagnosis;

import org.jspecify.annotations.NullMarked;
