package io.troubleshooter.http.access;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a key lasts, as people write it: {@code 12h}, {@code 90d}; up to ten years. */
public final class Lifetime {

    /** In words, for those who wrote it otherwise. */
    public static final String FORM = "a whole number of hours or days, such as 12h or 90d, up to 3650d";

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})([hd])");
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Lifetime() {}

    public static Optional<Duration> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration life = matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count);
        return life.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(life);
    }
}
