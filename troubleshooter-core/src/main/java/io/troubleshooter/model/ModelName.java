package io.troubleshooter.model;

import java.util.Set;

/**
 * An id as configured, taken apart: {@code us.anthropic.x}, an inference profile's ARN, a foundation model's ARN.
 *
 * @param geography of an inference profile, {@code us} or {@code global}; empty for none
 * @param base id of the model itself
 */
record ModelName(String geography, String base) {

    static ModelName of(String id, Set<String> geographies) {
        String name = id.startsWith("arn:") ? id.substring(id.lastIndexOf('/') + 1) : id;
        int dot = name.indexOf('.');
        if (dot > 0 && geographies.contains(name.substring(0, dot))) {
            return new ModelName(name.substring(0, dot), name.substring(dot + 1));
        }
        return new ModelName("", name);
    }

    /** Whether it is that model, in any dated or numbered version: {@code x}, {@code x-v1:0}, {@code x-20251001-v1:0}. */
    boolean is(String model) {
        return base.startsWith(model) && isVersion(base.substring(model.length()));
    }

    private static boolean isVersion(String tail) {
        int at = tail.startsWith("-20") ? skipDigits(tail, 1) : 0;
        if (at != 0 && at != 9) {
            return false;
        }
        if (tail.startsWith("-v", at)) {
            int end = skipDigits(tail, at + 2);
            if (end == at + 2) {
                return false;
            }
            at = end;
        }
        return at == tail.length() || tail.charAt(at) == ':';
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
