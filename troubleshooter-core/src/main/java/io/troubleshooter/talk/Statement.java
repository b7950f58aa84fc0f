package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import java.util.List;

/**
 * A paragraph of an answer.
 *
 * @param text plain words, perhaps with {@code `code`} and {@code **bold**}; never HTML or links
 * @param citations that were checked and stand
 * @param verified whether it has a citation and every number, time and name in it is in the evidence
 */
public record Statement(String text, List<Citation> citations, boolean verified) {}
