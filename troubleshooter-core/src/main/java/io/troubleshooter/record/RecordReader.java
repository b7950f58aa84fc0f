package io.troubleshooter.record;

import io.troubleshooter.envelope.EnvelopeReader;
import io.troubleshooter.envelope.Payload;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the records of one source from its lines, pushed in order. Envelopes are taken off, streams are told apart,
 * and a record is given when the next one of its stream begins. Not thread-safe.
 */
public final class RecordReader {

    /** Streams open at once; the one that began first is closed for a further one. */
    private static final int MAX_STREAMS = 512;

    private final EnvelopeReader envelopes;
    private final Map<RedactedText, StreamReader> streams = new LinkedHashMap<>();
    private final StreamContext context;
    private final StreamReader unnamed;

    /** @param source id of the source, {@code S1} */
    public RecordReader(String source, SourceProfile profile, RecordOptions options, Consumer<LogRecord> sink) {
        envelopes = new EnvelopeReader(profile.envelopes());
        context = new StreamContext(source, profile, options, sink);
        unnamed = new StreamReader(context, null);
    }

    /**
     * Takes in the next line.
     *
     * @param number physical line number, from 1
     */
    @SuppressWarnings("ReferenceEquality") // the very same text means that there was no envelope
    public void accept(RedactedText line, long number) {
        Payload payload = envelopes.read(line);
        StreamReader stream = streamOf(payload.stream());
        if (payload.text() == line) {
            stream.accept(payload, number);
        } else {
            for (Payload part : payload.lines()) {
                stream.accept(part, number);
            }
        }
    }

    private StreamReader streamOf(@Nullable RedactedText name) {
        if (name == null) {
            return unnamed;
        }
        StreamReader known = streams.get(name);
        if (known != null) {
            return known;
        }
        if (streams.size() == MAX_STREAMS) {
            RedactedText eldest = streams.keySet().iterator().next();
            streams.remove(eldest).finish();
        }
        RedactedText kept = name.compact();
        StreamReader stream = new StreamReader(context, kept);
        streams.put(kept, stream);
        return stream;
    }

    /** Gives what is still being assembled; to be called at the end of the input, or when a stream goes quiet. */
    public void finish() {
        unnamed.finish();
        for (StreamReader stream : streams.values()) {
            stream.finish();
        }
    }

    /** What was assumed or cut, as sentences: year, zone, ... */
    public List<String> notes() {
        return new ArrayList<>(context.notes());
    }
}
