package io.troubleshooter.http.page;

/**
 * What the page may do. It shows hostile text, so that scripts come from this service's files only, none from text, and
 * nothing is loaded from or sent to anywhere else.
 */
public final class PagePolicy {

    /** For {@code Content-Security-Policy}. The one policy of trusted types is that of the template library. */
    public static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " require-trusted-types-for 'script'; trusted-types lit-html";

    private PagePolicy() {}
}
