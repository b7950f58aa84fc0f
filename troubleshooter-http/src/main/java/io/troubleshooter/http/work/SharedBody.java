package io.troubleshooter.http.work;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body in a place. */
final class SharedBody extends FilterInputStream {

    private final Place place;

    SharedBody(InputStream body, Place place) {
        super(body);
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return place.read(in, into, offset, length);
    }
}
