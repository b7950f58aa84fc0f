package io.troubleshooter.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that a vendor marks by a prefix, looked up by their first three bytes. Immutable. */
final class VendorTokens {

    private final long[] starts = new long[1 << 9];
    private final TokenShape[][] shapes = new TokenShape[1 << 15][];

    VendorTokens(List<Pack.Entry> entries) {
        for (Pack.Entry entry : entries) {
            for (String prefix : entry.all("prefixes")) {
                add(TokenShape.of(entry, prefix));
            }
        }
    }

    private void add(TokenShape shape) {
        String prefix = shape.prefix();
        // A prefix of two letters is looked up with any third.
        int first = prefix.length() > 2 ? prefix.charAt(2) & 31 : 0;
        int last = prefix.length() > 2 ? first : 31;
        for (int c = first; c <= last; c++) {
            int key = key(prefix.charAt(0), prefix.charAt(1), c);
            starts[key >> 6] |= 1L << (key & 63);
            shapes[key] = with(shapes[key] == null ? new TokenShape[0] : shapes[key], shape);
        }
    }

    /** The shapes and one more, the longest prefixes first. */
    private static TokenShape[] with(TokenShape[] shapes, TokenShape shape) {
        int count = shapes.length;
        TokenShape[] more = new TokenShape[count + 1];
        int k = 0;
        while (k < count && shapes[k].prefix().length() >= shape.prefix().length()) {
            more[k] = shapes[k];
            k++;
        }
        more[k] = shape;
        while (k < count) {
            more[k + 1] = shapes[k];
            k++;
        }
        return more;
    }

    static VendorTokens shared() {
        return Shared.TOKENS;
    }

    private static final class Shared {
        static final VendorTokens TOKENS = new VendorTokens(Pack.entries("token"));
    }

    private static int key(int a, int b, int c) {
        return (a & 31) << 10 | (b & 31) << 5 | c & 31;
    }

    /** Whether the first three bytes at {@code i} are those of some prefix. */
    boolean mayBegin(Line line, int i) {
        if (i + 3 >= line.end) {
            return false;
        }
        int key = key(line.b[i], line.b[i + 1], line.b[i + 2]);
        return (starts[key >> 6] & 1L << (key & 63)) != 0;
    }

    /** The shape of the token that begins at {@code i}, or null. */
    @Nullable
    TokenShape match(Line line, int i) {
        if (!mayBegin(line, i)) {
            return null;
        }
        int key = key(line.b[i], line.b[i + 1], line.b[i + 2]);
        for (TokenShape shape : shapes[key]) {
            if (shape.end(line, i) > 0) {
                return shape;
            }
        }
        return null;
    }
}
