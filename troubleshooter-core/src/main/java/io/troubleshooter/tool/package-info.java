/** Read-only, typed tools over the evidence, behind one gate that validates, redacts, caps and numbers what they give. */
@NullMarked
package io.troubleshooter.tool;

import org.jspecify.annotations.NullMarked;
