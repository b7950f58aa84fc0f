package io.troubleshooter.template;

import java.util.Arrays;

/** Recognises names and addresses of machines. */
final class Hosts {

    /** Frequent last labels of names that machines have. */
    private static final long[] LAST_LABELS = packed("com net org edu gov mil int info biz io dev app cloud local"
            + " internal lan corp svc arpa cn ru de fr uk jp br it nl eu pl us ca au ch se es kr tw in");

    private static final int MAX_PORT_DIGITS = 5;

    private Hosts() {}

    /** Three labels or more, the last one known, none empty, all lower case but for digits and hyphens. */
    static boolean isName(byte[] text, int start, int end) {
        int labels = 1;
        int label = start;
        for (int i = start; i < end; i++) {
            if (text[i] == '.') {
                if (i == label) {
                    return false;
                }
                labels++;
                label = i + 1;
            } else if (!isHostByte(text[i])) {
                return false;
            }
        }
        return labels >= 3 && label < end && isLastLabel(text, label, end);
    }

    private static boolean isHostByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || Bytes.isDigit(b) || b == '-' || b == '_';
    }

    private static boolean isLastLabel(byte[] text, int from, int to) {
        if (to - from > Long.BYTES) {
            return false;
        }
        long label = 0;
        for (int i = from; i < to; i++) {
            label = label << 8 | text[i];
        }
        for (long known : LAST_LABELS) {
            if (known == label) {
                return true;
            }
        }
        return false;
    }

    private static long[] packed(String words) {
        long[] packed = new long[words.length() / 3];
        int count = 0;
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == ' ') {
                count++;
            } else {
                packed[count] = packed[count] << 8 | words.charAt(i);
            }
        }
        return Arrays.copyOf(packed, count + 1);
    }

    /** An IPv4 address, with a port or not. */
    static boolean isAddress(byte[] text, int start, int end) {
        int at = start;
        for (int part = 0; part < 4; part++) {
            int digits = at;
            while (at < end && Bytes.isDigit(text[at])) {
                at++;
            }
            if (at == digits || at - digits > 3) {
                return false;
            }
            if (part < 3 && (at >= end || text[at++] != '.')) {
                return false;
            }
        }
        return at == end || text[at] == ':' && Numbers.onlyDigits(text, at + 1, end);
    }

    /** A hardware or IPv6 address: hexadecimal digits in groups between colons. */
    static boolean isHexWithColons(byte[] text, int start, int end) {
        int colons = 0;
        for (int i = start; i < end; i++) {
            if (text[i] == ':') {
                colons++;
            } else if (!Bytes.isHex(text[i])) {
                return false;
            }
        }
        return colons >= 3;
    }

    /** A name that can be a host's, and a port behind its only colon. */
    static boolean hasPort(byte[] text, int start, int colon, int end) {
        int digits = end - colon - 1;
        if (digits > MAX_PORT_DIGITS || !Numbers.onlyDigits(text, colon + 1, end)) {
            return false;
        }
        boolean dot = false;
        boolean number = false;
        for (int i = start; i < colon; i++) {
            if (!isHostByte(text[i]) && text[i] != '.' && text[i] != '/' || isCapitalInside(text, start, i)) {
                return false;
            }
            dot |= text[i] == '.' && !isFileEnd(text, i, colon);
            number |= Bytes.isDigit(text[i]);
        }
        return (dot || number) && digits >= 2 || WordContext.is(text, start, colon, "localhost");
    }

    private static boolean isCapitalInside(byte[] text, int start, int at) {
        return text[at] >= 'A' && text[at] <= 'Z' && at > start && text[at - 1] >= 'a' && text[at - 1] <= 'z';
    }

    /** A short last label such as {@code .c} or {@code .java}: the colon is before a line number. */
    private static boolean isFileEnd(byte[] text, int dot, int end) {
        int length = end - dot - 1;
        return length <= 2 && !isLastLabel(text, dot + 1, end)
                || length == 3 && WordContext.is(text, dot + 1, end, "cpp")
                || length == 4 && WordContext.is(text, dot + 1, end, "java");
    }
}
