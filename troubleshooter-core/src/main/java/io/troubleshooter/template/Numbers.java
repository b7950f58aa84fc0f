package io.troubleshooter.template;

/** Tells apart the words that are made of digits. */
final class Numbers {

    private Numbers() {}

    /** The kind of a word that begins with a digit or a signed digit. */
    static VariableKind kindOf(byte[] text, int start, int end, int flags) {
        if (isUuid(text, start, end)) {
            return VariableKind.UUID;
        }
        if ((flags & (Bytes.LETTER | Bytes.COLON | Bytes.HYPHEN | Bytes.SLASH)) == 0) {
            return ofDigits(text, start, end, flags);
        }
        if (Dates.looksLikeTime(text, start, end)) {
            return VariableKind.TIME;
        }
        if (Hosts.isAddress(text, start, end)) {
            return VariableKind.IP;
        }
        if (Hosts.isHexWithColons(text, start, end)) {
            return end - start == 17 ? VariableKind.MAC : VariableKind.IP;
        }
        return withLetters(text, start, end, flags);
    }

    private static VariableKind ofDigits(byte[] text, int start, int end, int flags) {
        if (text[end - 1] == '%') {
            return VariableKind.PERCENT;
        }
        boolean dots = (flags & Bytes.DOT) != 0;
        return dots && Hosts.isAddress(text, start, end) ? VariableKind.IP : VariableKind.NUMBER;
    }

    private static VariableKind withLetters(byte[] text, int start, int end, int flags) {
        if ((flags & Bytes.LETTER) == 0) {
            int sign = text[start] == '-' ? start + 1 : start;
            return (flags & (Bytes.COLON | Bytes.SLASH)) == 0 && onlyDigits(text, sign, end)
                    ? VariableKind.NUMBER
                    : VariableKind.ID;
        }
        if (text[start] == '0' && start + 1 < end && text[start + 1] == 'x') {
            return VariableKind.HEX;
        }
        VariableKind unit = Units.kindOfSuffix(text, start, end);
        if (unit != null) {
            return unit;
        }
        if (isHex(text, start, end)) {
            return VariableKind.HEX;
        }
        return (flags & Bytes.DOT) != 0 && Hosts.isName(text, start, end) ? VariableKind.HOST : VariableKind.ID;
    }

    static boolean onlyDigits(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Bytes.isDigit(text[i])) {
                return false;
            }
        }
        return end > start;
    }

    /** Six or more hexadecimal digits, at least one of them a decimal one. */
    static boolean isHex(byte[] text, int start, int end) {
        if (end - start < 6) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Bytes.isHex(text[i])) {
                return false;
            }
        }
        return digits(text, start, end) > 0;
    }

    /** Eight hexadecimal digits or a multiple, though none is a decimal one: {@code ffffffff}. */
    static boolean isLongHex(byte[] text, int start, int end) {
        int length = end - start;
        if (length % 8 != 0 || length > 64) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Bytes.isHex(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** The last colon if only letters follow it, as in {@code 10.1.2.3:80:Got}; -1 otherwise. */
    static int colonBeforeWord(byte[] text, int start, int end) {
        int i = end - 1;
        while (i > start && (Bytes.classOf(text[i]) & Bytes.LETTER) != 0) {
            i--;
        }
        return i > start && end - i > 3 && text[i] == ':' ? i : -1;
    }

    static int flags(byte[] text, int start, int end) {
        int flags = 0;
        for (int i = start; i < end; i++) {
            flags |= Bytes.classOf(text[i]);
        }
        return flags;
    }

    static boolean isUuid(byte[] text, int start, int end) {
        if (end - start != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? text[start + i] != '-' : !Bytes.isHex(text[start + i])) {
                return false;
            }
        }
        return true;
    }

    static int digits(byte[] text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (Bytes.isDigit(text[i])) {
                digits++;
            }
        }
        return digits;
    }

    static boolean hasNoLetter(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ((Bytes.classOf(text[i]) & Bytes.LETTER) != 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isVersion(byte[] text, int start) {
        return text[start] == 'v' && Bytes.isDigit(text[start + 1]);
    }
}
