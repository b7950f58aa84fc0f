package io.troubleshooter.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the primitive forms of a compiled pack from one array; no stream, so that a cold JVM is quick at it. */
final class PackCursor {

    private final byte[] bytes;
    private int at;

    PackCursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int readByte() {
        return bytes[at++] & 0xff;
    }

    int readShort() {
        return readByte() << 8 | readByte();
    }

    int readInt() {
        return readShort() << 16 | readShort();
    }

    long readLong() {
        return (long) readInt() << 32 | readInt() & 0xffffffffL;
    }

    String string() {
        int length = readInt();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    @Nullable
    String optional() {
        int start = at;
        if (readInt() < 0) {
            return null;
        }
        at = start;
        return string();
    }

    List<String> list() {
        int size = readShort();
        if (size == 0) {
            return List.of();
        }
        List<String> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(string());
        }
        return list;
    }

    /** Folded by the build. */
    private byte[] literal() {
        int length = readInt();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte[][] literals() {
        byte[][] literals = new byte[readShort()][];
        for (int i = 0; i < literals.length; i++) {
            literals[i] = literal();
        }
        return literals;
    }
}
