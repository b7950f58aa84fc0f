/** How fast it is, stage by stage, on logs that anyone can make again from a seed. */
@NullMarked
package io.troubleshooter.benchmarks;

import org.jspecify.annotations.NullMarked;
