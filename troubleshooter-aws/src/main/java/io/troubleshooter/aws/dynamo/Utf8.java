package io.troubleshooter.aws.dynamo;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Keys are counted in bytes. */
final class Utf8 {

    private Utf8() {}

    /** As much of it as fits, in whole characters; halves of characters become question marks. */
    static String start(String text, int bytes) {
        ByteBuffer start = ByteBuffer.allocate(bytes);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), start, true);
        return new String(start.array(), 0, start.position(), StandardCharsets.UTF_8);
    }
}
