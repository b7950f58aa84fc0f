package io.troubleshooter.aws.s3;

import io.troubleshooter.aws.AwsAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server that speaks S3's language, s3proxy over a folder, in a process of its own: one for all tests of a JVM, which
 * ends with it however the JVM ends. The system property {@code s3proxy.jar} says where its jar is.
 */
public final class S3Server {

    private static final Duration START = Duration.ofSeconds(60);

    private final URI endpoint;
    private final AwsAccess access;

    private S3Server(URI endpoint) {
        this.endpoint = endpoint;
        this.access = new AwsAccess(
                "eu-west-1",
                null,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("testkey", "test-secret")),
                endpoint);
    }

    /** The one of this JVM, started if it is not. */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    public URI endpoint() {
        return endpoint;
    }

    public AwsAccess access() {
        return access;
    }

    /** A new bucket, empty. @return its name */
    public String newBucket() {
        String bucket = "b-" + UUID.randomUUID();
        try (S3Client client =
                access.apply(S3Client.builder()).forcePathStyle(true).build()) {
            client.createBucket(request -> request.bucket(bucket));
        }
        return bucket;
    }

    private static S3Server start() {
        try {
            Path folder = Files.createTempDirectory("s3-server");
            int port = freePort();
            Process process = process(folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.destroyForcibly();
                delete(folder);
            }));
            awaitPort(process, port);
            return new S3Server(URI.create("http://127.0.0.1:" + port));
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Process process(Path folder, int port) throws IOException, URISyntaxException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path settings = folder.resolve("s3proxy.properties");
        Files.write(
                settings,
                List.of(
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.identity=testkey",
                        "s3proxy.credential=test-secret",
                        // As the Terraform modules have it of the bucket, for pages on this machine.
                        "s3proxy.cors-allow-origins=http://127.0.0.1:[0-9]+",
                        "s3proxy.cors-allow-methods=PUT",
                        "s3proxy.cors-allow-headers=content-type if-none-match x-amz-checksum-sha256",
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.identity=local",
                        "jclouds.credential=local",
                        "jclouds.filesystem.basedir=" + data));
        String own = Path.of(S3Process.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        own + java.io.File.pathSeparator + System.getProperty("s3proxy.jar"),
                        S3Process.class.getName(),
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(Process process, int port) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new IOException("the S3 server did not start", notYet);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failed) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Shared {
        private static final S3Server SERVER = start();
    }
}
