package io.troubleshooter.aws.s3;

import java.io.IOException;

/** Runs s3proxy until whoever started it is gone: then its standard input ends. */
final class S3Process {

    private S3Process() {}

    public static void main(String[] settings) throws ReflectiveOperationException {
        Thread watch = new Thread(S3Process::endWithParent);
        watch.setDaemon(true);
        watch.start();
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {"--properties", settings[0]});
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
