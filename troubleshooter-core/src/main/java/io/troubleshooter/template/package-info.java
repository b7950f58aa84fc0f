/** Clean zone: records become message templates. */
@NullMarked
package io.troubleshooter.template;

import org.jspecify.annotations.NullMarked;
