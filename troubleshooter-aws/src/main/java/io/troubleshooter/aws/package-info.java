/** The way to AWS: who asks whom, and where. */
@NullMarked
package io.troubleshooter.aws;

import org.jspecify.annotations.NullMarked;
