package io.troubleshooter.http.page;

/**
 * A file of the page.
 *
 * @param type content type with charset
 * @param tag entity tag, quoted, of the content alone
 */
public record Asset(String name, String type, byte[] content, String tag) {

    static Asset of(String name, byte[] content) {
        return new Asset(name, type(name), content, '"' + Digest.of(content) + '"');
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "html" -> "text/html; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
