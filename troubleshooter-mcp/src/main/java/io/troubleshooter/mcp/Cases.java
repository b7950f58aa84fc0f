package io.troubleshooter.mcp;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.input.LogSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The logs that a client has given, the last few of them, under the ids by which it comes back to them. */
final class Cases {

    private static final int KEPT = 8;

    private final Troubleshooter troubleshooter;
    private final Roots roots;
    private final Map<String, Analysis> open = new LinkedHashMap<>();
    private int opened;

    Cases(Troubleshooter troubleshooter, Roots roots) {
        this.troubleshooter = troubleshooter;
        this.roots = roots;
    }

    /** Reads what the arguments name, {@code text} or {@code path}; gives its id. */
    String read(Arguments arguments) {
        Analysis analysis = troubleshooter.open();
        analysis.read(source(arguments));
        return keep(analysis);
    }

    private synchronized String keep(Analysis analysis) {
        String id = "E" + ++opened;
        open.put(id, analysis);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
        return id;
    }

    synchronized Analysis get(String id) {
        Analysis known = open.get(id);
        if (known == null) {
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT,
                    "There is no evidence of this id; only the last " + KEPT + " are kept.",
                    "Call analyze first; it gives the id.");
        }
        return known;
    }

    String redacted(Arguments arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        troubleshooter.redact(source(arguments), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private LogSource source(Arguments arguments) {
        String path = arguments.text("path");
        String text = arguments.text("text");
        if ((path == null) == (text == null)) {
            throw new TroubleshooterException(
                    Code.UNUSABLE_INPUT, "Give either text or path.", "text holds the log itself, path names a file.");
        }
        return path != null ? LogSource.of(roots.allowed(path)) : LogSource.text(text, "text");
    }
}
