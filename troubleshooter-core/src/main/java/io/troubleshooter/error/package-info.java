/** What goes wrong, said so that the reader knows what to do. */
@NullMarked
package io.troubleshooter.error;

import org.jspecify.annotations.NullMarked;
