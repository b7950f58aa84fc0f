package io.troubleshooter.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Shows what is longer than the screen page by page, at a terminal only. */
final class Pager {

    private final Surroundings around;
    private final Settings settings;

    Pager(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
    }

    void print(String text) throws IOException {
        if (!isWanted(text) || !paged(text)) {
            new Output(around.out()).print(text);
        }
    }

    private boolean isWanted(String text) {
        int rows = Looks.rows(around);
        return around.terminals().out()
                && around.terminals().in()
                && !settings.has(Option.NO_PAGER)
                && !Looks.isDumb(around)
                && rows > 0
                && text.chars().filter(c -> c == '\n').count() >= rows;
    }

    private boolean paged(String text) throws IOException {
        around.out().flush();
        try {
            Process pager = new ProcessBuilder("sh", "-c", command())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            feed(pager, text);
            return pager.waitFor() != NOT_FOUND;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static final int NOT_FOUND = 127;

    private String command() {
        String own = around.variable("TST_PAGER");
        String usual = own.isEmpty() ? around.variable("PAGER") : own;
        return usual.isEmpty() ? "less -FRX" : usual;
    }

    private static void feed(Process pager, String text) {
        try (OutputStream in = pager.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException left) {
            // Its user has read enough.
        }
    }
}
