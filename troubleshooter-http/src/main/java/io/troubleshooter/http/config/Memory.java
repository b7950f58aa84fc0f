package io.troubleshooter.http.config;

/**
 * How the memory of the process is shared out: the settings, or less where the heap is small. Half of it is left for
 * everything else.
 *
 * @param open bytes of open sessions, all together
 * @param evidence bytes kept of one session
 * @param reading bytes of evidence that is being read
 */
public record Memory(long open, long evidence, long reading) {

    /** @param heap bytes that the process may use, {@code -Xmx} */
    public static Memory of(Sessions settings, long heap) {
        return new Memory(
                Math.min(settings.openBytes().count(), heap / 8 * 3),
                Math.min(settings.evidenceBytes().count(), heap / 4),
                heap / 4);
    }

    /** Of this process. */
    public static Memory of(Sessions settings) {
        return of(settings, Runtime.getRuntime().maxMemory());
    }
}
