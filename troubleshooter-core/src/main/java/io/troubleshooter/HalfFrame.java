package io.troubleshooter;

import io.troubleshooter.evidence.KeptPart;
import io.troubleshooter.evidence.PartKeeper;
import io.troubleshooter.frame.FrameBuilder;
import io.troubleshooter.record.RecordReader;
import io.troubleshooter.record.SourceProfile;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.Redactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one part of a source gave: half a frame, its lines where they are kept, and the redactor of both. */
record HalfFrame(
        FrameBuilder frame,
        Redactor redactor,
        long lastLine,
        List<String> notes,
        @Nullable KeptPart kept) {

    static HalfFrame read(
            String source, List<RedactedBlock> blocks, Redactor redactor, SourceProfile profile, Settings settings) {
        FrameBuilder frame = new FrameBuilder(settings.frameLimits(), settings.rules());
        PartKeeper keeper = settings.evidence() == null ? null : new PartKeeper(blocks);
        RecordReader reader = new RecordReader(
                source,
                profile,
                settings.recordOptions(),
                keeper == null
                        ? frame::accept
                        : record -> {
                            frame.accept(record);
                            keeper.accept(record);
                        });
        long lastLine = 0;
        for (RedactedBlock block : blocks) {
            for (int i = 0; i < block.lines(); i++) {
                reader.accept(block.line(i), block.number(i));
                lastLine = block.number(i);
            }
        }
        reader.finish();
        return new HalfFrame(frame, redactor, lastLine, reader.notes(), keeper == null ? null : keeper.keep());
    }
}
