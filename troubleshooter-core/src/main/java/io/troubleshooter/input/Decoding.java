package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Compressed or UTF-16 input as plain bytes, told by its first bytes. No more of them are awaited than are needed to
 * tell, so that the first line of a live stream is not held back.
 */
final class Decoding {

    private static final int HEAD = 256;
    private static final int GZIP_BUFFER = 32 * 1024;
    private static final int UTF_16_SAMPLE = 64;

    private Decoding() {}

    static HeadStream decode(InputStream in, String name) throws IOException {
        HeadStream head = new HeadStream(in, HEAD);
        if (head.startsWith(0x1f, 0x8b)) {
            head = new HeadStream(new GZIPInputStream(head, GZIP_BUFFER), HEAD);
        }
        refuseOtherArchives(head, name);
        return utf16(head);
    }

    private static void refuseOtherArchives(HeadStream head, String name) throws IOException {
        if (head.startsWith(0x28, 0xb5, 0x2f, 0xfd)) {
            throw compressed(name, "Zstandard", "zstd -dc FILE | tst");
        }
        if (head.startsWith(0xfd, '7', 'z', 'X', 'Z')) {
            throw compressed(name, "xz", "xz -dc FILE | tst");
        }
        if (head.startsWith('B', 'Z', 'h', '9')) {
            throw compressed(name, "bzip2", "bzip2 -dc FILE | tst");
        }
        if (head.startsWith('P', 'K', 3, 4)) {
            throw compressed(name, "zip", "unzip -p FILE | tst");
        }
    }

    private static TroubleshooterException compressed(String name, String kind, String command) {
        return new TroubleshooterException(
                Code.UNUSABLE_INPUT,
                name + " is compressed with " + kind + ", which is not read directly",
                "Unpack it on the way in: " + command);
    }

    private static HeadStream utf16(HeadStream head) throws IOException {
        if (head.startsWith(0xff, 0xfe)) {
            return converted(head, false);
        }
        if (head.startsWith(0xfe, 0xff)) {
            return converted(head, true);
        }
        // Without a mark: ASCII text in UTF-16 has a NUL in every other place, from the first two bytes on.
        if (head.await(2) == 2 && (head.peek(0) == 0) != (head.peek(1) == 0)) {
            boolean bigEndian = head.peek(0) == 0;
            return alternates(head, bigEndian ? 0 : 1) ? converted(head, bigEndian) : head;
        }
        return head;
    }

    private static boolean alternates(HeadStream head, int nulPlace) throws IOException {
        int sample = head.await(UTF_16_SAMPLE);
        int asExpected = 0;
        for (int i = 0; i < sample; i++) {
            asExpected += (head.peek(i) == 0) == (i % 2 == nulPlace) ? 1 : 0;
        }
        return asExpected * 10 >= sample * 9;
    }

    private static HeadStream converted(HeadStream head, boolean bigEndian) {
        return new HeadStream(new Utf16Stream(head, bigEndian), HEAD);
    }

    /** Whether a page begins here: a document type or an {@code html} element, after a byte order mark and blanks. */
    static boolean looksLikeHtml(HeadStream head) throws IOException {
        int at = head.startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
        while (at < HEAD / 2 && head.await(at + 1) > at && head.peek(at) <= ' ') {
            at++;
        }
        return begins(head, at, "<!doctype html") || begins(head, at, "<html");
    }

    private static boolean begins(HeadStream head, int at, String mark) throws IOException {
        for (int i = 0; i < mark.length(); i++) {
            int wanted = at + i;
            if (head.await(wanted + 1) <= wanted || Character.toLowerCase(head.peek(wanted)) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
