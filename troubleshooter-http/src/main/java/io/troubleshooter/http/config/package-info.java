/** What an operator can set; defaults are data. */
@NullMarked
package io.troubleshooter.http.config;

import org.jspecify.annotations.NullMarked;
