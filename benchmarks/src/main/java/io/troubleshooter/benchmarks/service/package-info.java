/** The service under load, and killed under load, as a process of its own. */
@NullMarked
package io.troubleshooter.benchmarks.service;

import org.jspecify.annotations.NullMarked;
