package io.troubleshooter.http.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of the page as one file: one request instead of eighty, and half the bytes, since they are packed together.
 * Each module becomes a generator with its own names. Started, it gives its functions away, as a module of the browser does
 * before any code runs; run to its end, it gives the rest; those who import it are told each time. So modules may import
 * each other in circles. What this knows of the language is what the modules use: imports and exports that stand on lines
 * of their own, which is tested.
 */
final class Bundle {

    static final String NAME = "page.js";

    private static final String ENTRY = "main.js";
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:\\{([^}]*)}|\\* as (\\w+)) from \"\\./([\\w-]+\\.js)\";$", Pattern.MULTILINE);
    private static final Pattern PASSED_ON =
            Pattern.compile("^export \\{([^}]*)} from (\"\\./[\\w-]+\\.js\";)$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:async )?function\\*?|const|class) (\\w+)", Pattern.MULTILINE);
    static final Pattern COMMENT = Pattern.compile("^ *(?://.*|/\\*\\*(?s:.*?)\\*/)\n", Pattern.MULTILINE);

    private static final String BEGIN = """
            const $ = {};
            const all = [];
            function module(name, imports, body) {
              const run = body();
              const { functions, link } = run.next().value;
              $[name] = functions;
              all.push({ name, imports, run, link });
            }
            """;

    private static final String END = """
            all.forEach((each) => each.link());
            for (const { name, run } of all) {
              Object.assign($[name], run.next().value);
              all.filter((each) => each.imports.includes(name)).forEach((each) => each.link());
            }
            """;

    private final Map<String, String> modules;
    private final Set<String> libraries = new LinkedHashSet<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    private Bundle(Map<String, String> modules) {
        this.modules = modules;
    }

    /**
     * @param modules sources by name, with {@code main.js} among them; what they import and is not here is a library, which
     *     stays a file of its own
     */
    static String of(Map<String, String> modules) {
        Bundle bundle = new Bundle(modules);
        bundle.write(ENTRY, new LinkedHashSet<>());
        return bundle.text();
    }

    /** As {@link #of(Map)}, in UTF-8. */
    static byte[] bytes(Map<String, byte[]> modules) {
        return of(modules.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> new String(each.getValue(), StandardCharsets.UTF_8))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        libraries.forEach(
                name -> text.append("import * as ").append(local(name)).append(" from \"./" + name + "\";\n"));
        text.append(BEGIN);
        libraries.forEach(name -> text.append("$[\"" + name + "\"] = " + local(name) + ";\n"));
        written.values().forEach(text::append);
        return text.append(END).toString();
    }

    private static String local(String library) {
        return library.replaceAll("\\W", "_");
    }

    /** After all that it imports, as browsers run modules; who is being written already is in a circle. */
    private void write(String name, Set<String> begun) {
        String source = modules.get(name);
        if (source == null) {
            libraries.add(name);
        } else if (begun.add(name)) {
            String code = COMMENT.matcher(source).replaceAll("");
            String text = PASSED_ON.matcher(code).replaceAll("import {$1} from $2");
            IMPORT.matcher(text).results().forEach(each -> write(each.group(3), begun));
            written.put(name, module(name, text, passedOn(code)));
        }
    }

    private static String module(String name, String text, List<String> passedOn) {
        List<String> imports = new ArrayList<>();
        List<String> locals = new ArrayList<>();
        StringBuilder link = new StringBuilder();
        IMPORT.matcher(text).results().forEach(each -> {
            String from = "$[\"" + each.group(3) + "\"]";
            imports.add('"' + each.group(3) + '"');
            if (each.group(2) == null) {
                locals.addAll(locals(each.group(1)));
                link.append("({" + each.group(1).replaceAll(" as ", ": ") + "} = " + from + "); ");
            } else {
                locals.add(each.group(2));
                link.append(each.group(2) + " = " + from + "; ");
            }
        });
        List<String> functions = exported(text, true);
        List<String> rest = new ArrayList<>(exported(text, false));
        rest.addAll(passedOn);
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("$1 $2");
        return "module(\"" + name + "\", [" + String.join(", ", imports) + "], function* () {\n"
                + (locals.isEmpty() ? "" : "let " + String.join(", ", locals) + ";\n")
                + "yield { functions: { " + String.join(", ", functions) + " }, link() { " + link + "} };\n"
                + body.strip() + "\nreturn { " + String.join(", ", rest) + " };\n});\n";
    }

    private static List<String> exported(String text, boolean functions) {
        return EXPORT.matcher(text)
                .results()
                .filter(each -> each.group(1).contains("function") == functions)
                .map(each -> each.group(2))
                .toList();
    }

    private static List<String> passedOn(String code) {
        return PASSED_ON
                .matcher(code)
                .results()
                .flatMap(each -> locals(each.group(1)).stream())
                .toList();
    }

    /** The names by which a module knows what it imports: {@code b} of "a as b". */
    private static List<String> locals(String braces) {
        return Pattern.compile(",")
                .splitAsStream(braces)
                .map(each -> each.replaceFirst(".* as ", "").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
