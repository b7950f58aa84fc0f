/** Alerts and deployments that come in, messages that go out. */
@NullMarked
package io.troubleshooter.http.hook;

import org.jspecify.annotations.NullMarked;
