package io.troubleshooter.diagnosis;

import java.util.Locale;
import java.util.Set;

/**
 * Which characters of a log line a stranger can have written: quoted fields of access logs, headers, queries, names that
 * somebody tried to log in with, free text of users. A line that speaks to its reader is a stranger's altogether.
 */
final class LineTrust {

    /** Names of fields whose values users choose. */
    private static final Set<String> USERS = WordFile.read("user-fields.txt");

    /** Names of fields in which programs write sentences of their own. */
    private static final Set<String> PROGRAMS = WordFile.read("program-fields.txt");

    /** Programs that an attacker would have run. */
    private static final Set<String> RUN = Set.of(
            "curl",
            "wget",
            "kubectl",
            "helm",
            "pip",
            "pip3",
            "apt",
            "apt-get",
            "yum",
            "dnf",
            "apk",
            "npm",
            "npx",
            "bash",
            "sh",
            "sudo",
            "chmod",
            "systemctl",
            "docker",
            "iptables",
            "git",
            "rm");

    /** What no program says: it is meant for whoever reads the log. */
    private static final String[] TO_THE_READER = {
        "ignore previous", "ignore all", "ignore any", "ignore the error", "disregard the", "disregard all",
                "disregard any",
        "disregard previous", "assistant:", "<system", "</evidence", "</tool", "tell the user", "tell the operator",
        "tool result", "tool_result", "system note", "do not mention", "ai agent", "language model", "system prompt",
        "root cause confirmed", "note to the", "dear operator", "the operator must", "operators should",
                "engineers should"
    };

    /** What programs rarely say: advice. */
    private static final String[] ADVICE = {
        "root cause:", "root cause is", "recommended fix", "recommended action", "fix: ", "remediation:", "to fix this",
        "to resolve this", "to remediate", "solution:", "workaround:", "urgent:", "attention:", "immediately run",
        "to solve the", "to recover"
    };

    private static final String[] BEFORE_USER_WORDS = {
        "user-agent:",
        "user agent:",
        "referer:",
        "referrer:",
        "x-forwarded-for:",
        "cookie:",
        "invalid user ",
        "failed password for ",
        "input:",
        "comment:",
        "feedback:",
        "review:",
        "ticket:",
        "search for ",
        "searched ",
        "query:",
        "query[",
        "payload:",
        "body:",
        "subject:",
        "commit message",
        "head is now at ",
        "said:",
        "wrote:",
        "uploaded ",
        "upload of ",
        "file name ",
        "filename ",
        "username ",
        "user name ",
        "archived: ",
        "extracted ",
        "login attempt",
        "chat:",
        "message from ",
        "header "
    };

    private final String line;
    private final boolean[] users;

    private LineTrust(String line) {
        this.line = line.toLowerCase(Locale.ROOT);
        this.users = new boolean[line.length() + 1];
    }

    /** Whether the characters of {@code line} at {@code at} may be a stranger's; {@code line} is in small letters. */
    static boolean isUsers(String line, int at) {
        return of(line).users[at];
    }

    private static LineTrust of(String line) {
        LineTrust trust = new LineTrust(line);
        trust.read();
        return trust;
    }

    private void read() {
        if (speaksToTheReader()) {
            mark(0, line.length());
            return;
        }
        if (isAccess()) {
            markQuoted();
        }
        markFields();
        markAfterWords();
        markUrls();
        markLiterals();
    }

    private void mark(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, line.length()); i++) {
            users[i] = true;
        }
    }

    private boolean speaksToTheReader() {
        return has(line, TO_THE_READER) || has(line, ADVICE);
    }

    /** Whether a line, in small letters, wants something of its reader: no program does. */
    static boolean wantsSomething(String line) {
        return has(line, TO_THE_READER)
                || (has(line, ADVICE) && namesAProgram(line))
                || isOrder(line, "run ")
                || isOrder(line, "execute ");
    }

    /** Whether a program is named right after a word such as {@code run}, without the marks in which tools give hints. */
    private static boolean isOrder(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            int start = at + word.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1))) && !isStep(line, at);
            if (whole && RUN.contains(line.substring(start, wordEnd(line, start)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a build says there what it runs now: {@code ##[group]Run npm ci}, {@code [4/6] RUN pip install}. */
    private static boolean isStep(String line, int at) {
        boolean stage = at > 2 && line.startsWith("] ", at - 2) && Character.isDigit(line.charAt(at - 3));
        return stage || line.startsWith("##[group]", at - 9);
    }

    private static boolean namesAProgram(String line) {
        int end;
        for (int start = 0; start < line.length(); start = end + 1) {
            end = wordEnd(line, start);
            if (RUN.contains(line.substring(start, end))) {
                return true;
            }
        }
        return false;
    }

    private static int wordEnd(String line, int start) {
        int space = line.indexOf(' ', start);
        return space < 0 ? line.length() : space;
    }

    private static boolean has(String line, String[] phrases) {
        for (String words : phrases) {
            if (line.contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a quoted request or a status after a closing quote makes it a line of an access log. */
    private boolean isAccess() {
        for (int quote = line.indexOf('"'); quote >= 0; quote = line.indexOf('"', quote + 1)) {
            if (isStatus(quote + 1) || line.startsWith(" http/", quote - 9)) {
                return true;
            }
        }
        return line.contains("mozilla/") || line.contains(" http/1.") || line.contains(" http/2");
    }

    private boolean isStatus(int at) {
        return at + 4 <= line.length()
                && line.charAt(at) == ' '
                && Character.isDigit(line.charAt(at + 1))
                && Character.isDigit(line.charAt(at + 2))
                && Character.isDigit(line.charAt(at + 3))
                && (at + 4 == line.length() || line.charAt(at + 4) == ' ');
    }

    /** What stands in quotation marks; a mark that only closes has everything before it. */
    private void markQuoted() {
        int first = line.indexOf('"');
        int open = first >= 0 && isStatus(first + 1) ? -1 : first;
        if (open < 0 && first >= 0) {
            mark(0, first);
            open = line.indexOf('"', first + 1);
        }
        while (open >= 0) {
            int close = line.indexOf('"', open + 1);
            int end = close < 0 ? line.length() : close;
            if (!isUpstream(open)) {
                mark(open, end);
            }
            open = close < 0 ? -1 : line.indexOf('"', close + 1);
        }
    }

    /** What a proxy says of its own servers. */
    private boolean isUpstream(int quote) {
        return line.startsWith("upstream: ", quote - 10) || line.startsWith("server: ", quote - 8);
    }

    /** {@code "key": "value"}, {@code key="value"}, {@code key=value}. */
    private void markFields() {
        for (int at = 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '=' || (c == ':' && at + 1 < line.length())) {
                markField(at);
            }
        }
    }

    private void markField(int separator) {
        int keyEnd = line.charAt(separator - 1) == '"' ? separator - 1 : separator;
        int keyStart = keyEnd;
        while (keyStart > 0 && keyEnd - keyStart < 40 && isKey(line.charAt(keyStart - 1))) {
            keyStart--;
        }
        String key = line.substring(keyStart, keyEnd).replace('-', '_');
        int value = separator + 1;
        while (value < line.length() && line.charAt(value) == ' ') {
            value++;
        }
        if (key.isEmpty() || value >= line.length()) {
            return;
        }
        int end = valueEnd(value);
        boolean json = keyEnd < separator;
        if (USERS.contains(key) || (json && !PROGRAMS.contains(key) && isSentence(value, end))) {
            mark(value, end);
        }
    }

    private static boolean isKey(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private int valueEnd(int value) {
        boolean quoted = line.charAt(value) == '"';
        for (int i = value + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted ? c == '"' && line.charAt(i - 1) != '\\' : c == ' ' || c == ',') {
                return i;
            }
        }
        return line.length();
    }

    private boolean isSentence(int from, int to) {
        return line.substring(from, to).chars().filter(c -> c == ' ').count() >= 3;
    }

    private void markAfterWords() {
        for (String words : BEFORE_USER_WORDS) {
            int at = line.indexOf(words);
            if (at >= 0) {
                mark(at + words.length(), line.length());
            }
        }
    }

    /** The path and query of a URL or request: whoever sends it chooses them. */
    private void markUrls() {
        for (int at = line.indexOf('?'); at >= 0; at = line.indexOf('?', at + 1)) {
            int end = at + 1;
            while (end < line.length() && " \"'".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            if (line.substring(at, end).indexOf('=') > 0) {
                mark(at, end);
            }
        }
    }

    /** Literals of SQL. */
    private void markLiterals() {
        boolean sql = line.contains("statement:")
                || line.contains("select ")
                || line.contains("insert into")
                || line.contains("update ") && line.contains(" set ");
        for (int open = sql ? line.indexOf('\'') : -1; open >= 0; ) {
            int close = line.indexOf('\'', open + 1);
            mark(open, close < 0 ? line.length() : close);
            open = close < 0 ? -1 : line.indexOf('\'', close + 1);
        }
    }
}
