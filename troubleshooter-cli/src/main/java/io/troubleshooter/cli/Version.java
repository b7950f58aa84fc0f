package io.troubleshooter.cli;

/** Which build this is. */
final class Version {

    static final String OF_THIS_BUILD = of(Version.class.getPackage().getImplementationVersion());

    private Version() {}

    private static String of(@org.jspecify.annotations.Nullable String fromManifest) {
        return fromManifest == null ? "development" : fromManifest;
    }
}
