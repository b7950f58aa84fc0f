package io.troubleshooter.http.intake;

import io.troubleshooter.http.config.Bytes;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * What one address answered: a page, or where to go.
 *
 * @param location as sent, null where there is a page, or where a redirect names none
 */
record FetchStep(@Nullable FetchedPage page, @Nullable String location) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static FetchStep read(ClassicHttpResponse answer, URI url, Room room, Bytes most) throws IOException {
        if (REDIRECTS.contains(answer.getCode())) {
            Header location = answer.getFirstHeader("Location");
            return new FetchStep(null, location == null ? null : location.getValue());
        }
        HttpEntity entity = answer.getEntity();
        if (answer.getCode() != 200 || entity == null) {
            throw PageFetcher.failed("The address answered with status " + answer.getCode() + ".");
        }
        BodyType type = BodyType.of(entity.getContentType());
        if (!isText(type.essence())) {
            throw PageFetcher.failed("The address gives no text, HTML, JSON or XML.");
        }
        return new FetchStep(new FetchedPage(held(entity, room, most), isHtml(type), charset(type), url), null);
    }

    private static Room.Held held(HttpEntity entity, Room room, Bytes most) throws IOException {
        try (InputStream body = new LimitedStream(entity.getContent(), most.count(), () -> tooLarge())) {
            return room.hold(Unpacking.open(body, most.count()), most.asInt() + 1);
        } catch (ProblemException refused) {
            throw refused.retryAfter() != null ? refused : tooLarge();
        }
    }

    private static ProblemException tooLarge() {
        return PageFetcher.failed("What the address gives is too large, or damaged.");
    }

    private static boolean isText(String essence) {
        return essence.startsWith("text/")
                || essence.endsWith("json")
                || essence.endsWith("xml")
                || essence.equals("application/x-ndjson");
    }

    private static boolean isHtml(BodyType type) {
        return type.essence().equals("text/html") || type.essence().equals("application/xhtml+xml");
    }

    private static Charset charset(BodyType type) {
        try {
            return Charset.forName(type.parameters().getOrDefault("charset", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
