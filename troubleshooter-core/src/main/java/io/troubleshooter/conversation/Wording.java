package io.troubleshooter.conversation;

import io.troubleshooter.prompt.Instruction;
import io.troubleshooter.prompt.Prompts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Our words around data, descriptions of our own tools and their schemas: read once. Immutable, thread-safe. */
final class Wording {

    private static final String[] PATHS = {
        "evidence-open.txt",
        "evidence-doubtful-open.txt",
        "findings-open.txt",
        "history-open.txt",
        "tool-open.txt",
        "tools-open.txt",
        "question-open.txt",
        "block-close.txt",
        "no-question.txt",
        "answer-now.txt",
        "answer-tool.txt",
        "triage-tool.txt",
        "answer.schema.json",
        "triage.schema.json"
    };

    private final Map<String, Instruction> texts = new LinkedHashMap<>();
    private final String reference;

    Wording(Prompts prompts) {
        StringBuilder all = new StringBuilder();
        for (String path : PATHS) {
            Instruction text = prompts.resource("part/" + path);
            texts.put(path, text);
            all.append(path).append('\n').append(text).append('\n');
        }
        this.reference = "part/" + hash(all.toString());
    }

    Instruction get(String path) {
        Instruction text = texts.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no wording is called " + path);
        }
        return text;
    }

    /** As recorded beside the prompts: {@code part/1f2e3d4c5b6a}. */
    String reference() {
        return reference;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
