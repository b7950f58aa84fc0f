package io.troubleshooter.http.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells damage as a problem of the body, so that it is never taken for the end of the evidence. */
final class TellingStream extends FilterInputStream {

    private final String damage;

    TellingStream(InputStream in, String damage) {
        super(in);
        this.damage = damage;
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException broken) {
            throw Refusals.damaged(damage);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return in.read(target, offset, length);
        } catch (IOException broken) {
            throw Refusals.damaged(damage);
        }
    }
}
