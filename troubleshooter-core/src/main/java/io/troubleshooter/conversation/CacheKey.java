package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.text.LineRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash of all that decides an answer: evidence, question, history, prompts, models, tools, rules. */
final class CacheKey {

    private static final long CHUNK_LINES = 1_000;

    private final MessageDigest digest;

    private CacheKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }

    static String of(ModelSetup setup, TurnPrompts prompts, Inquiry inquiry) {
        CacheKey key = new CacheKey();
        ModelSettings settings = setup.settings();
        key.add(setup.shared() ? "" : inquiry.account());
        key.add(prompts.all());
        key.add(setup.provider().id() + ' ' + settings.cheap() + ' ' + settings.strong());
        key.add(settings.contextTokens() + " " + settings.rounds());
        key.add(setup.toolbox().version());
        key.add(setup.screen().id());
        key.add(inquiry.file().offline().producedBy().rulesVersion());
        key.add(inquiry.question());
        inquiry.history().forEach(key::add);
        inquiry.feedback().forEach(each -> key.add(each.cause() + each.confirmed()));
        if (setup.similar()) {
            key.add(inquiry.file().frame());
        } else {
            key.add(inquiry.file().evidence());
            inquiry.file().frame().sources().forEach(source -> key.add(source.name()));
        }
        return HexFormat.of().formatHex(key.digest.digest());
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(@Nullable RedactedText text) {
        byte[] bytes = new byte[text == null ? 0 : text.length()];
        if (text != null) {
            text.copyTo(bytes, 0);
        }
        digest.update((byte) (text == null ? 0 : 1));
        add(bytes);
    }

    /** With its length in front, so that two texts cannot be taken for two others. */
    private void add(byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }

    private void add(Turn turn) {
        add(turn.question());
        for (Statement statement : turn.answer().statements()) {
            add(statement.text());
        }
        for (Hypothesis hypothesis : turn.answer().diagnosis().hypotheses()) {
            add(hypothesis.cause() + hypothesis.confidence());
        }
    }

    /** Which error groups there are and what is named, but not when and how often. */
    private void add(IncidentFrame frame) {
        frame.groups().stream()
                .map(group -> group.fingerprint() + group.level())
                .sorted()
                .forEach(this::add);
        frame.entities().stream()
                .map(entity -> entity.kind() + ' ' + entity.value())
                .sorted()
                .forEach(this::add);
    }

    private void add(Evidence evidence) {
        for (String source : evidence.sources()) {
            long lines = evidence.lines(source);
            add(source + ' ' + lines + ' ' + evidence.missing(source));
            for (long first = 1; first <= lines; first += CHUNK_LINES) {
                add(evidence, new LineRef(source, first, Math.min(lines, first + CHUNK_LINES - 1)));
            }
        }
    }

    /** Where some lines were not kept, those that were. */
    private void add(Evidence evidence, LineRef lines) {
        RedactedText text = evidence.text(lines);
        if (text != null || lines.first() == lines.last()) {
            add(text);
            return;
        }
        long middle = lines.first() + (lines.last() - lines.first()) / 2;
        add(evidence, new LineRef(lines.source(), lines.first(), middle));
        add(evidence, new LineRef(lines.source(), middle + 1, lines.last()));
    }
}
