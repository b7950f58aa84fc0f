package io.troubleshooter.report;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.Redactor;

/**
 * The incident frame as JSON, {@value IncidentFrame#SCHEMA}, both ways; its JSON Schema is the resource {@code
 * /io/troubleshooter/schema/frame-v1.schema.json}.
 */
public final class FrameJson {

    private FrameJson() {}

    public static String write(IncidentFrame frame) {
        return Json.write(json -> FrameWriter.write(json, frame));
    }

    /**
     * Reads a frame back. A file is not trusted to be redacted: every text of it passes the redactor again, which
     * leaves what is redacted as it is.
     *
     * @throws TroubleshooterException if this is no frame of a known version; the message does not quote it
     */
    public static IncidentFrame read(String json, Redactor redactor) {
        return new FrameReader(redactor).read(json);
    }
}
