package io.troubleshooter.http.page;

/**
 * What the page may do. It shows hostile text, so that scripts come from this service's files only, none from text, and
 * nothing is loaded from or sent to anywhere else, but for the one store to which uploads go.
 *
 * @param contentSecurity for {@code Content-Security-Policy}. The one policy of trusted types is that of the template
 *     library.
 */
public record PagePolicy(String contentSecurity) {

    /** It sends to this service only. */
    public static final PagePolicy OWN = connecting("'self'");

    /** It sends uploads to this origin, too, such as {@code https://bucket.s3.eu-west-1.amazonaws.com}. */
    public static PagePolicy sendingTo(String origin) {
        return connecting("'self' " + origin);
    }

    private static PagePolicy connecting(String to) {
        return new PagePolicy("default-src 'none'; script-src 'self'; style-src 'self';"
                + " img-src 'self' data:; connect-src " + to + "; form-action 'self'; frame-ancestors 'none';"
                + " base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html");
    }
}
