package io.troubleshooter.http.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** The frame of the page, with the addresses of its files filled in. */
final class Frame {

    private static final String BASE = "{{assets}}";
    private static final String MODULES = "{{modules}}";

    private Frame() {}

    static byte[] filled(byte[] html, String base, Collection<String> files) {
        return new String(html, StandardCharsets.UTF_8)
                .replace(MODULES, modules(files))
                .replace(BASE, base)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Named ahead, all modules are fetched at once instead of each when another one is found to need it. */
    private static String modules(Collection<String> files) {
        return files.stream()
                .filter(name -> name.endsWith(".js") && !name.equals("theme.js"))
                .map(name -> "<link rel=\"modulepreload\" href=\"" + BASE + "/" + name + "\">")
                .collect(Collectors.joining("\n  "));
    }
}
