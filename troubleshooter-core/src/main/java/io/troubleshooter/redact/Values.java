package io.troubleshooter.redact;

/** The value after a telling name: where it begins and ends, and what of it goes. */
final class Values {

    private final AuthValues auth = new AuthValues();

    /**
     * Adds what is secret in the value after the separator.
     *
     * @return the offset to go on from, or -1 where nothing was added
     */
    int add(Line line, NameRule rule, int separator, int nameEnd) {
        Value value = Value.after(line, separator, nameEnd);
        if (value.isEmpty() || ExemptValues.isExempt(line, value.start(), value.end(), rule)) {
            return -1;
        }
        switch (rule.value()) {
            case SECRET, TOKEN, PAIR -> line.hits.add(value.start(), value.end(), kind(line, rule, value));
            case QUERY -> {
                return -1;
            }
            case AUTH -> auth.add(line, rule, value);
            case COOKIE -> CookieValues.add(line, rule, value);
            default -> {
                return -1;
            }
        }
        return Math.max(value.end(), separator + 1);
    }

    private static String kind(Line line, NameRule rule, Value value) {
        TokenShape shape = VendorTokens.shared().match(line, value.start());
        return shape == null ? rule.kind() : shape.kind();
    }
}
