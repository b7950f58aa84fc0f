/** What of a session is shown: its parts as JSON, its reports. */
@NullMarked
package io.troubleshooter.http.view;

import org.jspecify.annotations.NullMarked;
