/** CloudWatch Logs under the settings of the service: what analysts ask for as evidence, and what a model may look at. */
@NullMarked
package io.troubleshooter.http.logs;

import org.jspecify.annotations.NullMarked;
