package io.troubleshooter.http;

import org.jspecify.annotations.Nullable;

/** Which build this is. */
final class Version {

    static final String OF_THIS_BUILD = of(Version.class.getPackage().getImplementationVersion());

    private Version() {}

    private static String of(@Nullable String fromManifest) {
        return fromManifest == null ? "development" : fromManifest;
    }
}
