package io.troubleshooter.aws.dynamo;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts on their way into an item: one letter that says how, then the bytes. What is short would not get shorter. */
final class Packed {

    private static final int SHORT = 256;
    private static final byte PLAIN = 'p';
    private static final byte DEFLATED = 'z';

    private Packed() {}

    static byte[] pack(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + SHORT);
        packed.write(bytes.length < SHORT ? PLAIN : DEFLATED);
        try (OutputStream out = bytes.length < SHORT ? packed : new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** @param most bytes that it may have; more is damage */
    static String unpack(byte[] packed, int most) {
        if (packed.length == 0 || packed[0] != DEFLATED && packed[0] != PLAIN) {
            throw damaged();
        }
        InputStream rest = new ByteArrayInputStream(packed, 1, packed.length - 1);
        try (InputStream in = packed[0] == DEFLATED ? new InflaterInputStream(rest) : rest) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length <= most) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException wrong) {
            // Told below; it may say what stands there.
        }
        throw damaged();
    }

    static TroubleshooterException damaged() {
        return new TroubleshooterException(
                Code.STORE_UNAVAILABLE,
                "What is stored is damaged.",
                "Restore the table to a moment before, see docs/operations.");
    }
}
