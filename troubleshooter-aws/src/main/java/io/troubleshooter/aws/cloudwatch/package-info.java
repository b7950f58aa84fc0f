/** CloudWatch Logs: log groups as evidence, and read-only tools over them for the model. */
@NullMarked
package io.troubleshooter.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
