/** Asks models on Amazon Bedrock. */
@NullMarked
package io.troubleshooter.bedrock;

import org.jspecify.annotations.NullMarked;
