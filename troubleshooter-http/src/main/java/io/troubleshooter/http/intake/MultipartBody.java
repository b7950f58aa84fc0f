package io.troubleshooter.http.intake;

import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.FileUploadBoundaryException;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** The files of a {@code multipart/form-data} body, each read as it comes in; other fields are passed over. */
final class MultipartBody {

    private static final int MOST_PARTS = 100;
    private static final int MOST_HEADER_BYTES = 8 << 10;
    private static final int LONGEST_BOUNDARY = 70;

    private static final String DAMAGE = "The multipart body is damaged or ends early.";

    private final BodyType type;
    private final long unpacked;
    private final LargeBodies.Turn turn;

    /** @param unpacked bytes that may come out of one file */
    MultipartBody(BodyType type, long unpacked, LargeBodies.Turn turn) {
        this.type = type;
        this.unpacked = unpacked;
        this.turn = turn;
    }

    void giveTo(InputStream body, Consumer<LogSource> sink) {
        try {
            MultipartInput parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary())
                    .setPartHeaderSizeMax(MOST_HEADER_BYTES)
                    .get();
            giveTo(parts, sink);
        } catch (FileUploadBoundaryException | IllegalArgumentException wrong) {
            throw Refusals.damaged("The boundary of the multipart body cannot be one.");
        } catch (FileUploadSizeException tooLong) {
            throw Refusals.damaged("The headers of a part are too long.");
        } catch (IOException broken) {
            throw Refusals.damaged(DAMAGE);
        }
    }

    private byte[] boundary() {
        String boundary = type.parameters().get("boundary");
        if (boundary == null || boundary.isBlank() || boundary.length() > LONGEST_BOUNDARY) {
            throw Refusals.damaged("The Content-Type of a multipart body names a boundary of 1 to 70 characters.");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void giveTo(MultipartInput parts, Consumer<LogSource> sink) throws IOException {
        int count = 0;
        int files = 0;
        for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
            if (++count > MOST_PARTS) {
                throw Refusals.damaged("A multipart body may have " + MOST_PARTS + " parts.");
            }
            String name = fileName(parts.readHeaders());
            if (name != null) {
                InputStream part = new TellingStream(parts.newInputStream(), DAMAGE);
                InputStream text = turn.text(Unpacking.open(part, unpacked));
                sink.accept(LogSource.of(text, SourceName.of(name, "file" + ++files)));
            }
            parts.discardBodyData();
        }
        if (files == 0) {
            throw Refusals.damaged("There is no file in the multipart body.");
        }
    }

    /** Null for a field that is no file. */
    private static @Nullable String fileName(String headers) {
        for (String header : headers.split("\r\n")) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                ParameterParser parser = new ParameterParser();
                parser.setLowerCaseNames(true);
                Map<String, String> words = parser.parse(header.substring("content-disposition:".length()), ';');
                return words.containsKey("filename") ? String.valueOf(words.get("filename")) : null;
            }
        }
        return null;
    }
}
