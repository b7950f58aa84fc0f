package io.troubleshooter.http.view;

import io.troubleshooter.text.LineRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to lines as everybody writes them: {@code S1:12} or {@code S1:12-14}. */
public final class LineRefs {

    private static final Pattern FORM = Pattern.compile("([ST]\\d{1,6}):(\\d{1,12})(?:-(\\d{1,12}))?");

    private LineRefs() {}

    /** Empty where the text is no reference. */
    public static Optional<LineRef> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(matcher.group(2));
        long last = matcher.group(3) == null ? first : Long.parseLong(matcher.group(3));
        return first < 1 || last < first ? Optional.empty() : Optional.of(new LineRef(matcher.group(1), first, last));
    }
}
