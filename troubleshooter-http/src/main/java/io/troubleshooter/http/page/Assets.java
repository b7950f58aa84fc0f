package io.troubleshooter.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All files of the page, read once from the class path: a request can only name one of these, never a path. They refer
 * to each other by relative names, so one hash of all of them in the address lets browsers keep each for ever.
 */
public final class Assets {

    private static final String INDEX = "index.html";

    /** Its version is part of the path; no service starts with another one in the class path. */
    private static final String LIT = "/META-INF/resources/webjars/lit-html/3.3.0/lit-html.js";

    /** What stays a file of its own. */
    private static final List<String> ALONE = List.of(INDEX, "icon.svg", "print.css", "theme.js");

    /** In the order in which later rules overrule earlier ones. */
    private static final List<String> STYLES =
            List.of("base.css", "layout.css", "report.css", "panels.css", "evidence.css", "timeline.css", "groups.css");

    private final Map<String, Asset> files;
    private final String version;
    private final Asset index;

    private Assets(Map<String, byte[]> contents) {
        byte[] frame = contents.remove(INDEX);
        if (frame == null) {
            throw new IllegalStateException("the page is not in the class path");
        }
        this.version = Digest.of(contents.values().toArray(byte[][]::new));
        this.files = new TreeMap<>();
        contents.forEach((name, content) -> files.put(name, Asset.of(name, content)));
        this.index = Asset.of(INDEX, Frame.filled(frame, "/assets/" + version));
    }

    /** Reads them, and puts those together that are always loaded together. */
    public static Assets load() {
        Map<String, byte[]> read = inFolder();
        Map<String, byte[]> contents = new TreeMap<>();
        ALONE.forEach(name -> contents.put(name, read.remove(name)));
        contents.put("lit-html.js", resource(LIT));
        contents.put("page.css", joined(read));
        read.keySet().removeIf(name -> !name.endsWith(".js"));
        contents.put(Bundle.NAME, Bundle.bytes(read));
        return new Assets(contents);
    }

    private static byte[] joined(Map<String, byte[]> read) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        STYLES.forEach(name -> all.writeBytes(read.remove(name)));
        return all.toByteArray();
    }

    /** The hash of all files, which is part of their addresses. */
    public String version() {
        return version;
    }

    /** The frame of the page, which names the addresses of the others. */
    public Asset index() {
        return index;
    }

    /** Null where there is none of this name. */
    public @Nullable Asset file(String name) {
        return files.get(name);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, byte[]> inFolder() {
        URL index = Assets.class.getResource(INDEX);
        if (index == null) {
            throw new IllegalStateException("the page is not in the class path");
        }
        try {
            return read(index.toURI());
        } catch (URISyntaxException | IOException failed) {
            throw new IllegalStateException("the page cannot be read", failed);
        }
    }

    private static Map<String, byte[]> read(URI index) throws IOException {
        if (!index.getScheme().equals("jar")) {
            return folder(Path.of(index).getParent());
        }
        try (FileSystem jar =
                FileSystems.newFileSystem(URI.create(index.toString().split("!", 2)[0]), Map.of())) {
            return folder(jar.getPath(index.toString().split("!", 2)[1]).getParent());
        }
    }

    private static Map<String, byte[]> folder(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IOException("no folder");
        }
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : (Iterable<Path>) listed::iterator) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("[A-Za-z][A-Za-z0-9-]*\\.(js|css|svg|html)")) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}
