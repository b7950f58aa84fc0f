package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.rule.RuleSet;
import java.time.Duration;

/**
 * What a tool may look at.
 *
 * @param left time that the call may take
 */
public record ToolScene(IncidentFrame frame, Evidence evidence, RuleSet rules, Duration left) {}
