package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;

/** One way to write a diagnosis down. Implementations are immutable. */
public interface Report {

    String render(Diagnosis diagnosis);
}
