package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;

/** All evidence of a conversation at one moment, and what rules say of it. */
public record CaseFile(IncidentFrame frame, Evidence evidence, Diagnosis offline) {}
