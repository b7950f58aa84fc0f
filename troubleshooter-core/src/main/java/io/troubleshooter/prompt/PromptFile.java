package io.troubleshooter.prompt;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One resource: front matter between two lines {@code ---}, then the text.
 *
 * <pre>
 * ---
 * id: explain
 * version: 2
 * maxTokens: 2000
 * temperature: 0.0
 * note: asks for quotes before causes, since causes without quotes were dropped too often
 * ---
 * </pre>
 */
final class PromptFile {

    private static final String FENCE = "---\n";
    private static final int HASH_DIGITS = 12;

    private final String path;
    private final Map<String, String> header = new TreeMap<>();
    private final String body;

    private PromptFile(String path, String content) {
        this.path = path;
        int end = content.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!content.startsWith(FENCE) || end < 0) {
            throw wrong("has no front matter between two lines ---");
        }
        content.substring(FENCE.length(), end + 1).lines().forEach(this::headerLine);
        this.body = content.substring(end + 1 + FENCE.length()).strip();
    }

    /** @param path {@code ID/vN.md}, which has to agree with the front matter */
    static Prompt read(String path, String content) {
        return new PromptFile(path, content).prompt(hash(content));
    }

    private void headerLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw wrong("has a line without a colon in its front matter");
        }
        header.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private Prompt prompt(String hash) {
        String id = field("id");
        int version = (int) number("version", 1, 9_999);
        if (!path.equals(id + "/v" + version + ".md")) {
            throw wrong("says that it is " + id + " version " + version + ", which its path does not");
        }
        if (body.isEmpty()) {
            throw wrong("has no text");
        }
        int maxTokens = (int) number("maxTokens", 1, 1_000_000);
        double temperature = header.containsKey("temperature") ? number("temperature", -1, 1) : -1;
        return new Prompt(id, version, field("note"), maxTokens, temperature, hash, new Instruction(body));
    }

    private String field(String name) {
        String value = header.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw wrong("lacks " + name + " in its front matter");
        }
        return value;
    }

    private double number(String name, double least, double most) {
        double value;
        try {
            value = Double.parseDouble(field(name));
        } catch (NumberFormatException none) {
            throw wrong("needs a number as " + name);
        }
        if (!(value >= least && value <= most)) {
            throw wrong("needs " + name + " from " + least + " to " + most);
        }
        return value;
    }

    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, "The prompt " + path + " " + what + ".", "Mend the resource.");
    }
}
