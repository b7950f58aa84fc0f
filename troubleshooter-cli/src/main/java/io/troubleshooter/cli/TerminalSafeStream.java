package io.troubleshooter.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** UTF-8 text for a terminal: control codes, which could move the cursor or set titles, become a {@code ?}. */
final class TerminalSafeStream extends FilterOutputStream {

    private static final int LEAD_OF_CONTROLS = 0xc2;

    private boolean afterLead;

    TerminalSafeStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        int code = b & 0xff;
        if (afterLead) {
            afterLead = false;
            if (code >= 0x80 && code < 0xa0) {
                out.write('?');
                return;
            }
            out.write(LEAD_OF_CONTROLS);
        }
        if (code == LEAD_OF_CONTROLS) {
            afterLead = true;
        } else {
            out.write(code < ' ' && code != '\n' && code != '\t' || code == 0x7f ? '?' : code);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }
}
