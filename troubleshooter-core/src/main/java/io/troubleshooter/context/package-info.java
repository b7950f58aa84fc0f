/** What of the evidence a model is shown: chosen by value under a budget of tokens. */
@NullMarked
package io.troubleshooter.context;

import org.jspecify.annotations.NullMarked;
