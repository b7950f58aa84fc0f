/** Answers to questions from frame, rules and lines alone: what can be asked without a model. */
@NullMarked
package io.troubleshooter.talk;

import org.jspecify.annotations.NullMarked;
