package io.troubleshooter;

import io.troubleshooter.frame.FrameBuilder;
import io.troubleshooter.record.RecordReader;
import io.troubleshooter.record.SourceProfile;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.Redactor;
import java.util.List;

/** What one part of a source gave: half a frame, and the redactor whose placeholders it holds. */
record HalfFrame(FrameBuilder frame, Redactor redactor, long lastLine, List<String> notes) {

    static HalfFrame read(
            String source, List<RedactedBlock> blocks, Redactor redactor, SourceProfile profile, Settings settings) {
        FrameBuilder frame = new FrameBuilder(settings.frameLimits(), settings.rules());
        RecordReader reader = new RecordReader(source, profile, settings.recordOptions(), frame::accept);
        long lastLine = 0;
        for (RedactedBlock block : blocks) {
            for (int i = 0; i < block.lines(); i++) {
                reader.accept(block.line(i), block.number(i));
                lastLine = block.number(i);
            }
        }
        reader.finish();
        return new HalfFrame(frame, redactor, lastLine, reader.notes());
    }
}
