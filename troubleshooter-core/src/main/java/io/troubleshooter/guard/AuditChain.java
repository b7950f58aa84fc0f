package io.troubleshooter.guard;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A place in the chain of an {@link AuditLog}.
 *
 * @param place of the event
 * @param hash SHA-256, in hexadecimal, of the hash before, the place and the event
 */
public record AuditChain(long place, String hash) {

    /** Before the first event. */
    public static final AuditChain START = new AuditChain(0, "0".repeat(64));

    /** The place after this one, taken by the event. */
    public AuditChain after(AuditLog.Event event) {
        return new AuditChain(place + 1, HexFormat.of().formatHex(sha256(canonical(event))));
    }

    /** Each text with its length before it, so that no two events are written alike. */
    private byte[] canonical(AuditLog.Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, hash);
            out.writeLong(place + 1);
            out.writeLong(event.time().toEpochMilli());
            write(out, event.account());
            write(out, event.session());
            write(out, event.action());
            write(out, event.detail());
            out.writeLong(event.microUsd());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
