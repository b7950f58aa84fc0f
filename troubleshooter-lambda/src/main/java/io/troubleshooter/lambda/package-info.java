/** The service behind AWS Lambda: events become requests of HTTP, answers become what Lambda wants to have. */
@NullMarked
package io.troubleshooter.lambda;

import org.jspecify.annotations.NullMarked;
