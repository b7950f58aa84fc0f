package io.troubleshooter.http.intake;

import org.jspecify.annotations.Nullable;

/** What a source is called: a label without folders, never a path that is opened. */
final class SourceName {

    private static final int MOST = 200;

    private SourceName() {}

    /** @param given as the user's program gave it; control characters and folders are dropped */
    static String of(@Nullable String given, String otherwise) {
        if (given == null) {
            return otherwise;
        }
        String cut = given.length() > 4 * MOST ? given.substring(given.length() - 4 * MOST) : given;
        String plain =
                cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "").strip();
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        String name = last.length() > MOST ? last.substring(last.length() - MOST) : last;
        return name.isBlank() || name.equals(".") || name.equals("..") ? otherwise : name;
    }
}
