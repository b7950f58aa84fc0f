package io.troubleshooter.http.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A service in a process of its own, which is killed in the end: it gets no chance to put anything in order. */
final class KilledService implements AutoCloseable {

    private static final String SAYS = "listening on ";

    private final Process process;
    private final Asking asking;

    private KilledService(Process process, Asking asking) {
        this.process = process;
        this.asking = asking;
    }

    /** @param settings by path, as for {@link io.troubleshooter.http.RunningService} */
    static KilledService start(Path folder, Map<String, String> settings) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx256m", "-cp", path, "io.troubleshooter.http.Main");
        Map<String, String> environment = builder.environment();
        settings.forEach((name, value) ->
                environment.put("TST_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("TST_LISTEN_PORT", "0");
        environment.put("TST_STORAGE_FILE", folder.resolve("service.db").toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        return new KilledService(process, new Asking(address(process)));
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf(SAYS);
            if (at >= 0) {
                return URI.create(line.substring(at + SAYS.length()).strip());
            }
        }
        throw new AssertionError("it did not start");
    }

    Asking asking() {
        return asking;
    }

    /** Ends it as an operator does, with a signal. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
