package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.ToolAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a case's input as {@code tst redact} prints them, and the template of each. Made anew from the files, so
 * that what an answer claims is not checked against what the answer was made from.
 */
final class InputText {

    private final Troubleshooter troubleshooter;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, String[]> lines = new HashMap<>();
    private final Map<String, List<String>> templates = new HashMap<>();

    InputText(Troubleshooter troubleshooter, EvalCase eval) {
        this.troubleshooter = troubleshooter;
        for (int i = 0; i < eval.inputs().size(); i++) {
            files.put("S" + (i + 1), eval.inputs().get(i));
        }
    }

    /** The lines, joined by line breaks; null where any of them does not exist. */
    @Nullable
    String text(LineRef ref, List<ToolAnswer> tools) {
        String[] all = linesOf(ref.source(), tools);
        if (ref.last() > all.length) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (long line = ref.first(); line <= ref.last(); line++) {
            text.append(all[(int) line - 1]).append('\n');
        }
        return text.toString();
    }

    private String[] linesOf(String source, List<ToolAnswer> tools) {
        for (ToolAnswer tool : tools) {
            if (tool.id().equals(source)) {
                return tool.output().toString().split("\n", -1);
            }
        }
        return lines.computeIfAbsent(source, this::redacted);
    }

    private String[] redacted(String source) {
        Path file = files.get(source);
        if (file == null) {
            return new String[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        troubleshooter.redact(LogSource.of(file), out);
        String text = out.toString(StandardCharsets.UTF_8);
        return (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1);
    }

    /** Id of the line's template; empty where it has none. */
    String template(String source, long line) {
        List<String> all = templates.computeIfAbsent(source, this::templates);
        return line > all.size() ? "" : all.get((int) line - 1);
    }

    private List<String> templates(String source) {
        Path file = files.get(source);
        List<String> ids = new ArrayList<>();
        if (file != null) {
            troubleshooter.templates(LogSource.of(file), (line, id, template) -> ids.add(id));
        }
        return ids;
    }
}
