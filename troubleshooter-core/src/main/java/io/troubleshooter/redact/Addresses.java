package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isDigit;
import static io.troubleshooter.redact.ByteClass.isHex;

/** IP addresses of both versions, MAC addresses, and host names made of an address. */
final class Addresses {

    private static final String[] VERSION_WORDS = {
        "version ",
        "version: ",
        "version=",
        "ver ",
        "release ",
        "revision ",
        "firmware ",
        "version\":\"",
        "version\": \""
    };

    private Addresses() {}

    /** Adds each IPv4 address in the token. */
    static void findV4(Line line, int from, int to) {
        int k = from;
        while (k < to) {
            int end = isDigit(line.b[k]) && beginsAddress(line, k) ? v4(line, k) : -1;
            if (end > 0) {
                if (!stays(line, k)) {
                    line.hits.add(k, end, "ip");
                }
                k = end;
            } else {
                k++;
            }
        }
    }

    private static boolean beginsAddress(Line line, int k) {
        int before = line.at(k - 1);
        return !isAlnum((byte) before)
                && before != '.'
                && !(before == '-' && isAlnum((byte) line.at(k - 2)) && !isDigit((byte) line.at(k - 2)));
    }

    /** Offset after the IPv4 address at {@code from}, or -1. */
    static int v4(Line line, int from) {
        int k = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && line.at(k++) != '.') {
                return -1;
            }
            int end = octet(line, k);
            if (end < 0) {
                return -1;
            }
            k = end;
        }
        int after = line.at(k);
        boolean goesOn = isAlnum((byte) after) || after == '_' || after == '.' && isAlnum((byte) line.at(k + 1));
        return goesOn ? -1 : k;
    }

    private static int octet(Line line, int from) {
        int value = 0;
        int k = from;
        while (k < line.end && isDigit(line.b[k]) && k - from < 4) {
            value = value * 10 + line.b[k] - '0';
            k++;
        }
        int count = k - from;
        return count == 0 || value > 255 || count > 1 && line.b[from] == '0' ? -1 : k;
    }

    /** Loopback, "any", masks and versions name nobody. */
    private static boolean stays(Line line, int from) {
        if (line.has(from, "127.") || line.has(from, "255.") || line.has(from, "0.")) {
            return true;
        }
        for (String word : VERSION_WORDS) {
            if (line.hasIgnoreCase(from - word.length(), word)) {
                return true;
            }
        }
        return false;
    }

    /** Adds {@code 10-1-2-3} of a host name such as {@code ip-10-1-2-3.ec2.internal}. */
    static void findDashed(Line line, int from, int to) {
        int named = line.find("ip-", from, to);
        int k = named >= 0 ? named + 3 : line.find("ec2-", from, to) == from ? from + 4 : from;
        boolean pod = k == from && line.find(".pod", from, to) > 0;
        if (named > from && isAlnum(line.b[named - 1]) || k == from && !pod) {
            return;
        }
        int end = k;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && line.at(end++) != '-') {
                return;
            }
            end = octet(line, end);
            if (end < 0) {
                return;
            }
        }
        if (!isAlnum((byte) line.at(end))) {
            line.hits.add(k, end, "ip");
        }
    }

    /**
     * Looks at groups of hex digits between colons, from {@code from} on: IPv6 and MAC addresses are hit, times and
     * fingerprints are not.
     *
     * @return the offset after the groups, or -1 where there are none
     */
    static int colons(Line line, int from) {
        int k = from;
        int groups = 0;
        int pairs = 0;
        int gap = -1;
        int group = k;
        int last = k;
        while (k <= line.end) {
            int b = line.at(k);
            if (b != 0 && isHex((byte) b)) {
                k++;
                continue;
            }
            int length = k - group;
            boolean broken = length > 4 || length == 0 && k > from && b != ':' && line.b[k - 1] != ':';
            if (broken || groups > 8) {
                return groups > 8 ? endOfGroups(line, k) : -1;
            }
            groups += length > 0 ? 1 : 0;
            pairs += length == 2 ? 1 : 0;
            last = k;
            if (b != ':') {
                break;
            }
            if (line.at(k + 1) == ':') {
                if (gap >= 0) {
                    return -1;
                }
                gap = k;
                k++;
                last = k + 1;
            }
            k++;
            group = k;
        }
        // A time is over here: its groups need not be looked at again.
        boolean time = gap < 0 && groups == 3 && pairs == 3;
        return time ? last : classify(line, from, last, groups, pairs, gap, group);
    }

    /** The end of a longer list of groups, such as a fingerprint, which is no address. */
    private static int endOfGroups(Line line, int from) {
        int k = from;
        while (k < line.end && (isHex(line.b[k]) || line.b[k] == ':')) {
            k++;
        }
        return k;
    }

    private static int classify(Line line, int from, int end, int groups, int pairs, int gap, int group) {
        int to = end;
        int all = groups;
        if (line.at(to) == '.' && gap >= 0) {
            int v4 = v4(line, group);
            if (v4 > 0) {
                to = v4;
                all++;
            }
        }
        if (to > from && line.b[to - 1] == ':' && gap != to - 2) {
            return -1;
        }
        int after = line.at(to);
        int before = line.at(from - 1);
        boolean bounded = !isAlnum((byte) after)
                && after != '_'
                && !isAlnum((byte) before)
                && before != '_'
                && before != ':'
                && before != '.';
        if (!bounded) {
            return -1;
        }
        if (gap < 0 && pairs == groups && (groups == 6 || groups == 8)) {
            return mac(line, from, to);
        }
        boolean v6 = gap < 0 ? groups == 8 : all >= 2 && all <= 7 && hasDigit(line, from, to);
        if (!v6) {
            return -1;
        }
        line.hits.add(from, to, "ip");
        return to;
    }

    private static boolean hasDigit(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (isDigit(line.b[k])) {
                return true;
            }
        }
        return false;
    }

    /** Adds a MAC address unless it is all zeros or all ones. */
    static int mac(Line line, int from, int to) {
        boolean zeros = true;
        boolean ones = true;
        for (int k = from; k < to; k++) {
            byte b = ByteClass.lower(line.b[k]);
            boolean hex = isHex(b);
            zeros &= !hex || b == '0';
            ones &= !hex || b == 'f';
        }
        if (!zeros && !ones) {
            line.hits.add(from, to, "mac");
        }
        return to;
    }
}
