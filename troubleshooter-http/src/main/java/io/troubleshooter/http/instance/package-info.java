/** This process among others that work on the same stores: who is there, who holds what, and whose turn it is. */
@NullMarked
package io.troubleshooter.http.instance;

import org.jspecify.annotations.NullMarked;
