package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isDigit;

/** Personal numbers: payment cards, social security numbers, phones, IBANs. */
final class Numbers {

    private static final int[] IBAN_PLACES = new int[26 * 26];

    static {
        String lengths =
                "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22"
                        + "GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21MC27MD24ME22MK19"
                        + "MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";
        for (int k = 0; k < lengths.length(); k += 4) {
            int place = (lengths.charAt(k) - 'A') * 26 + lengths.charAt(k + 1) - 'A';
            IBAN_PLACES[place] = Integer.parseInt(lengths.substring(k + 2, k + 4));
        }
    }

    private Numbers() {}

    /** Looks at a token that begins with a digit and holds digits, dashes and dots only; next offset, or -1. */
    static int at(Line line, int from, int to) {
        if (to - from == 10 && line.b[from + 4] == '-') {
            // A date.
            return -1;
        }
        if (isAlnum((byte) line.at(from - 1)) || line.at(from - 1) == '.' || line.at(from - 1) == '_') {
            return -1;
        }
        if (to - from == 12 && Accounts.isAccount(line, from) && Contexts.says(line, from, "account", "aws", "owner")) {
            return Accounts.add(line, from);
        }
        int card = card(line, from);
        if (card > 0) {
            return card;
        }
        if (to - from == 11 && isGrouped(line, from, to, 3, 2, 4) && isSsn(line, from)) {
            line.hits.add(from, to, "ssn");
            return to;
        }
        if (to - from == 9
                && Looks.isDigits(line, from, to)
                && Contexts.says(line, from, "ssn", "social security", "itin", "tax id")) {
            line.hits.add(from, to, "ssn");
            return to;
        }
        int phone = phone(line, from, to);
        return phone > 0 ? phone : GroupedNumbers.national(line, from);
    }

    static boolean isGrouped(Line line, int from, int to, int... groups) {
        int k = from;
        for (int g = 0; g < groups.length; g++) {
            if (!Looks.isDigits(line, k, Math.min(k + groups[g], to))) {
                return false;
            }
            k += groups[g];
            if (g < groups.length - 1) {
                byte b = line.b[k];
                if (b != '-' && b != '.' && b != ' ') {
                    return false;
                }
                k++;
            }
        }
        return k == to && !isDigit((byte) line.at(to));
    }

    /** Area 000 and 666 were never given out; 9xx are taxpayer numbers, whose group says so. */
    private static boolean isSsn(Line line, int from) {
        int area = number(line, from, 3);
        int group = number(line, from + 4, 2);
        boolean taxpayer = area >= 900 && group >= 50;
        boolean dashed = line.b[from + 3] == '-' && line.b[from + 6] == '-';
        return dashed
                && area != 0
                && area != 666
                && (area < 900 || taxpayer)
                && group != 0
                && number(line, from + 7, 4) != 0;
    }

    private static int number(Line line, int from, int count) {
        int value = 0;
        for (int k = from; k < from + count; k++) {
            value = value * 10 + line.b[k] - '0';
        }
        return value;
    }

    /** A card number in one run or in groups; the issuer's range and the check digit must fit. */
    private static int card(Line line, int from) {
        int k = from;
        int digits = 0;
        int separators = 0;
        int separator = 0;
        while (k < line.end && digits < 20) {
            byte b = line.b[k];
            if (isDigit(b)) {
                digits++;
            } else if ((b == ' ' || b == '-')
                    && (separator == 0 || separator == b)
                    && isDigit((byte) line.at(k + 1))
                    && line.b[k - 1] != b
                    && digits >= 4) {
                separator = b;
                separators++;
            } else {
                break;
            }
            k++;
        }
        if (separators > 0
                && !(separators == 3 && digits == 16)
                && !(separators == 2 && (digits == 15 || digits == 14))) {
            return -1;
        }
        boolean ends = !isAlnum((byte) line.at(k)) && !(line.at(k) == '.' && isDigit((byte) line.at(k + 1)));
        boolean fits = ends && digits >= 13 && digits <= 19 && isIssuer(line, from, digits) && luhn(line, from, k);
        boolean telling = separators > 0
                || digits == 15
                || digits == 16
                || Contexts.says(line, from, "card", "pan", "credit", "visa", "diners", "amex");
        if (!fits || !telling) {
            return -1;
        }
        line.hits.add(from, k, "card");
        return k;
    }

    private static boolean isIssuer(Line line, int from, int digits) {
        int two = number(line, from, 2);
        int four = number(line, from, 4);
        boolean amex = digits == 15 && (two == 34 || two == 37);
        boolean diners = digits == 14 && (two == 36 || two == 38 || four >= 3000 && four <= 3059);
        boolean visa = two / 10 == 4 && (digits == 13 || digits == 16 || digits == 19);
        boolean mastercard = digits == 16 && (two >= 51 && two <= 55 || four >= 2221 && four <= 2720);
        boolean discover = digits == 16 && (four == 6011 || two == 65 || four >= 6440 && four <= 6499 || two == 62);
        boolean jcb = digits == 16 && four >= 3528 && four <= 3589;
        return amex || diners || visa || mastercard || discover || jcb;
    }

    static boolean luhn(Line line, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int k = to - 1; k >= from; k--) {
            if (isDigit(line.b[k])) {
                int digit = line.b[k] - '0';
                int value = twice ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    static final String[] PHONE_WORDS = {
        "phone", "tel", "msisdn", "sms", "mobile", "mobil", "caller", "cell", "fax", "whatsapp", "handy"
    };

    private static int phone(Line line, int from, int to) {
        boolean grouped = to - from == 12
                && isGrouped(line, from, to, 3, 3, 4)
                && line.b[from + 3] == line.b[from + 7]
                && line.b[from] > '1';
        boolean area = to - from == 8
                && isGrouped(line, from, to, 3, 4)
                && line.at(from - 1) == ' '
                && line.at(from - 2) == ')'
                && line.at(from - 6) == '(';
        if (grouped) {
            line.hits.add(from, to, "phone");
            return to;
        }
        if (area && Looks.isDigits(line, from - 5, from - 2)) {
            line.hits.add(from - 6, to, "phone");
            return to;
        }
        boolean run = to - from >= 7 && to - from <= 15 && Looks.isDigits(line, from, to);
        if (run && Contexts.says(line, from, PHONE_WORDS)) {
            line.hits.add(from, to, "phone");
            return to;
        }
        return -1;
    }

    /** A {@code +} and 8 to 15 digits in groups, from {@code from} on; next offset, or -1. */
    static int international(Line line, int from) {
        if (isAlnum((byte) line.at(from - 1)) || !isDigit((byte) line.at(from + 1)) || line.at(from + 1) == '0') {
            return -1;
        }
        int k = from + 1;
        int digits = 0;
        int end = k;
        while (k < line.end && digits <= 15) {
            byte b = line.b[k];
            if (isDigit(b)) {
                digits++;
                end = k + 1;
            } else if (!isBetweenGroups(line, k)) {
                break;
            }
            k++;
        }
        if (digits < 8 || digits > 15 || isAlnum((byte) line.at(end)) || line.at(end) == ':') {
            return -1;
        }
        line.hits.add(from, end, "phone");
        return end;
    }

    static boolean isBetweenGroups(Line line, int k) {
        byte b = line.b[k];
        int next = line.at(k + 1);
        return (b == ' ' || b == '-' || b == '.' || b == ')')
                        && (isDigit((byte) next) || next == '(' || next == ' ' && b == ')')
                || b == '(' && isDigit((byte) next);
    }

    /** An IBAN, in one run or in groups of four, from {@code from} on; next offset, or -1. */
    static int iban(Line line, int from) {
        if (from + 15 > line.end
                || !ByteClass.isLetter(line.b[from])
                || !ByteClass.isLetter(line.b[from + 1])
                || isAlnum((byte) line.at(from - 1))
                || ByteClass.isLower(line.b[from]) && !Contexts.says(line, from, "iban")) {
            return -1;
        }
        int length = IBAN_PLACES[((line.b[from] & ~32) - 'A') * 26 + (line.b[from + 1] & ~32) - 'A'];
        int k = from;
        int count = 0;
        int check = 0;
        while (length > 0 && k < line.end && count < length) {
            byte b = line.b[k];
            if (isAlnum(b)) {
                check = count < 4 ? check : mod97(check, ByteClass.lower(b));
                count++;
            } else if (!(b == ' ' && count % 4 == 0) && !(b == '-' && count % 4 == 0)) {
                return -1;
            }
            k++;
        }
        if (length == 0 || count < length || isAlnum((byte) line.at(k))) {
            return -1;
        }
        for (int i = from; i < from + 4; i++) {
            check = mod97(check, ByteClass.lower(line.b[i]));
        }
        if (check != 1) {
            return -1;
        }
        line.hits.add(from, k, "iban");
        return k;
    }

    private static int mod97(int check, byte b) {
        return isDigit(b) ? (check * 10 + b - '0') % 97 : (check * 100 + b - 'a' + 10) % 97;
    }
}
