/** Clean zone: known failure modes as data, and the engine that finds them. */
@NullMarked
package io.troubleshooter.rule;

import org.jspecify.annotations.NullMarked;
