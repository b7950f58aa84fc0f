package io.troubleshooter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the three streams is a terminal, and how large it is.
 *
 * @param rows 0 where not known
 * @param columns 0 where not known
 */
record Terminals(boolean in, boolean out, boolean err, int rows, int columns) {

    static final Terminals NONE = new Terminals(false, false, false, 0, 0);

    /** As the launcher found it ({@code tst.terminals} is like {@code 101}), or else as far as Java can tell. */
    static Terminals detect() {
        String told = System.getProperty("tst.terminals", "");
        boolean known = told.length() == 3;
        return new Terminals(
                known ? told.charAt(0) == '1' : isTerminal(0),
                known ? told.charAt(1) == '1' : isTerminal(1),
                known ? told.charAt(2) == '1' : isTerminal(2),
                Integer.getInteger("tst.rows", 0),
                Integer.getInteger("tst.columns", 0));
    }

    @SuppressWarnings("SystemConsoleNull") // before JDK 22 this is the only sign there is
    private static boolean isTerminal(int stream) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | RuntimeException noProc) {
            return System.console() != null;
        }
    }
}
