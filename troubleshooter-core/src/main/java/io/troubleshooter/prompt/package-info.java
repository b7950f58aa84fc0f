/** Instructions to models: versioned class-path resources, and nothing else. */
@NullMarked
package io.troubleshooter.prompt;

import org.jspecify.annotations.NullMarked;
