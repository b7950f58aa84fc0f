/** The loop over several turns: offline first, then triage, tools, explain, verify, repair, merge. */
@NullMarked
package io.troubleshooter.conversation;

import org.jspecify.annotations.NullMarked;
