/** Several instances of the service behind a proxy, on shared stores, and what becomes of work when one goes. */
@NullMarked
package io.troubleshooter.benchmarks.scaleout;

import org.jspecify.annotations.NullMarked;
