package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an advice would make people fetch, call or install. */
final class AdviceTokens {

    private static final Set<String> TOP_LEVEL = WordFile.read("top-level-domains.txt");
    private static final Set<String> COMMANDS = WordFile.read("commands.txt");

    /** First parts of package names of programming languages, which end like hosts. */
    private static final Set<String> CODE = Set.of(
            "java",
            "javax",
            "jakarta",
            "sun",
            "com",
            "org",
            "net",
            "io",
            "kotlin",
            "system",
            "os",
            "socket",
            "asp",
            "node",
            "microsoft",
            "std",
            "http",
            "encoding",
            "go");

    private static final Set<String> INSTALLERS = Set.of(
            "apt",
            "apt-get",
            "yum",
            "dnf",
            "apk",
            "pip",
            "pip3",
            "pipx",
            "npm",
            "npx",
            "yarn",
            "pnpm",
            "gem",
            "go",
            "cargo",
            "brew",
            "snap",
            "composer",
            "zypper",
            "pacman",
            "conda",
            "docker",
            "podman",
            "helm",
            "uv",
            "poetry",
            "dpkg",
            "rpm",
            "crictl",
            "nerdctl");

    private static final Set<String> VERBS = Set.of(
            "install", "add", "get", "i", "pull", "require", "run", "-i", "-s", "upgrade", "repo", "-ivh", "dlx",
            "exec");

    private static final Set<String> WORKLOADS = Set.of(
            "deployment", "deploy", "statefulset", "sts", "daemonset", "ds", "pod", "job", "cronjob", "rs", "rc");

    private static final String EDGE = "\"'`()[]{},;!?";
    private static final int RUN = 3;

    private final List<String> words = new ArrayList<>();

    /** Hosts and addresses. */
    final Set<String> hosts = new LinkedHashSet<>();

    /** Whole URLs. */
    final Set<String> urls = new LinkedHashSet<>();

    /** Packages, charts, images. */
    final Set<String> packages = new LinkedHashSet<>();

    AdviceTokens(String advice) {
        String plain = NormalText.of(advice).replace("[.]", ".").replace("hxxp", "http");
        for (String word : plain.split("\\s+", 2_000)) {
            String bare = stripped(word);
            if (!bare.isEmpty()) {
                words.add(bare);
                readHosts(bare);
            }
        }
        readPackages();
        readNamedPackages(plain);
    }

    static String stripped(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && EDGE.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && (EDGE + ".:").indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    private void readHosts(String word) {
        int scheme = word.indexOf("://");
        if (scheme >= 0) {
            String rest = word.substring(scheme + 3);
            urls.add(rest);
            addHost(hostOf(rest), true);
            return;
        }
        for (String part : word.split("[=@,|\"'`]", -1)) {
            addHost(hostOf(part), false);
        }
    }

    /** The host at the beginning of {@code user@host:port/path}. */
    private static String hostOf(String text) {
        int end = 0;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(text.lastIndexOf('@', end) + 1, end);
        int colon = authority.startsWith("<")
                ? authority.indexOf(':', Math.max(0, authority.indexOf('>')))
                : authority.indexOf(':');
        return stripped(colon < 0 ? authority : authority.substring(0, colon));
    }

    private void addHost(String host, boolean inUrl) {
        boolean placeholder = host.startsWith("<") || host.startsWith("$") || host.startsWith("{");
        if (!placeholder && !host.isEmpty() && (inUrl || isHost(host))) {
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isHost(String word) {
        String[] labels = word.toLowerCase(Locale.ROOT).split("\\.", -1);
        String last = labels[labels.length - 1];
        if (labels.length < 2
                || CODE.contains(labels[0])
                || !TOP_LEVEL.contains(last)
                || !word.equals(word.toLowerCase(Locale.ROOT))) {
            return isAddress(labels);
        }
        for (String label : labels) {
            if (label.isEmpty() || !label.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddress(String[] labels) {
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            if (label.isEmpty() || label.length() > 3 || !label.chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }

    private void readPackages() {
        for (int i = 0; i + 1 < words.size(); i++) {
            String first = words.get(i).toLowerCase(Locale.ROOT);
            String verb = words.get(i + 1).toLowerCase(Locale.ROOT);
            if (INSTALLERS.contains(first) && (VERBS.contains(verb) || first.equals("npx"))) {
                readArguments(first, i + (first.equals("npx") ? 1 : 2));
            }
            boolean image = first.equals("image") && verb.indexOf('/') > 0 && !isWorkload(verb);
            if (first.equals("--image") || image) {
                addPackage(verb);
            }
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0
                    && (word.startsWith("--image") || word.indexOf('/', equals) > 0 && word.indexOf(':', equals) > 0)) {
                addPackage(word.substring(equals + 1));
            }
        }
    }

    /** {@code deployment/orders}, whose image is set. */
    private static boolean isWorkload(String word) {
        return WORKLOADS.contains(word.substring(0, word.indexOf('/')));
    }

    private void readArguments(String installer, int from) {
        boolean image = installer.equals("docker") || installer.equals("podman") || installer.equals("helm");
        for (int i = from; i < words.size() && i < from + 8; i++) {
            String word = words.get(i);
            boolean ends = word.equals("&&")
                    || word.equals("|")
                    || word.equals("and")
                    || word.equals("to")
                    || word.equals("on");
            if (ends) {
                return;
            }
            if (!word.startsWith("-") && (!image || word.indexOf('/') > 0)) {
                addPackage(word);
            } else if (word.equals("-r") || word.equals("--requirement") || word.equals("-e")) {
                i++;
            }
        }
    }

    /** {@code install the package foo-bar}: a word after it that is no English. */
    private void readNamedPackages(String plain) {
        String[] all = plain.split("\\s+", 2_000);
        for (int i = 0; i + 1 < all.length; i++) {
            String word = stripped(all[i]).toLowerCase(Locale.ROOT);
            boolean names = word.equals("package")
                    || word.equals("install")
                    || word.equals("installing")
                    || word.equals("module")
                    || word.equals("library")
                    || word.equals("image")
                    || word.equals("plugin")
                    || word.equals("use");
            String next = stripped(all[i + 1]);
            boolean marked = !next.equals(all[i + 1]) && "\"'`".indexOf(all[i + 1].charAt(0)) >= 0;
            boolean looks = next.indexOf('-') > 0 && !WordShape.isCompound(next) || isUnusualCompound(next);
            if (names && !next.startsWith("-") && !word.equals("use") && (marked || looks)) {
                addPackage(next);
            }
        }
    }

    private static boolean isUnusualCompound(String word) {
        if (!WordShape.isCompound(word)) {
            return false;
        }
        for (String part : word.toLowerCase(Locale.ROOT).split("-", -1)) {
            if (!WordShape.isEnglish(part)) {
                return true;
            }
        }
        return false;
    }

    private void addPackage(String word) {
        String name = stripped(word).toLowerCase(Locale.ROOT);
        boolean local = name.startsWith(".")
                || name.startsWith("/")
                || name.startsWith("<")
                || name.startsWith("$")
                || name.startsWith("{")
                || name.contains("://");
        int version = Math.max(name.indexOf("=="), name.indexOf('@', 1));
        String bare = version > 0 ? name.substring(0, version) : name;
        if (!local && bare.length() >= 2 && bare.chars().anyMatch(Character::isLetter) && !COMMANDS.contains(bare)) {
            packages.add(bare);
        }
    }

    /** Every three words in a row that begin with a command or an order. */
    List<List<String>> orders() {
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            if (COMMANDS.contains(words.get(i).toLowerCase(Locale.ROOT))) {
                List<String> run = words.subList(i, i + RUN);
                orders.add(run.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList());
            }
        }
        return orders;
    }
}
