package io.troubleshooter.envelope;

/**
 * Marks that build servers put before a message: {@code ##[error]} and {@code ##vso[...]} (GitHub, Azure), {@code
 * ::error file=...::} (workflow commands), {@code section_start:...} (GitLab).
 */
final class CiMark implements Layer {

    private static final int LONGEST = 1024;

    @Override
    public boolean strip(Cursor line) {
        return stripHashes(line) || stripCommand(line) || stripSection(line);
    }

    private static boolean stripHashes(Cursor line) {
        if (!line.startsWith("##[")) {
            return false;
        }
        int mark = line.from() + 3;
        int end = line.indexOf(']', mark, mark + 20);
        if (end < 0) {
            return false;
        }
        keepLevel(line, mark, end);
        line.dropBefore(end + 1);
        return true;
    }

    private static void keepLevel(Cursor line, int mark, int end) {
        if (line.matchesAt(mark, "error") || line.matchesAt(mark, "warning") || line.matchesAt(mark, "debug")) {
            line.field("level", line.slice(mark, end));
        }
    }

    private static boolean stripCommand(Cursor line) {
        boolean command = line.startsWith("::error") || line.startsWith("::warning") || line.startsWith("::debug");
        int mark = line.from() + 2;
        int end = command ? line.indexOf(':', mark, mark + LONGEST) : -1;
        while (end >= 0 && !line.matchesAt(end, "::")) {
            end = line.indexOf(':', end + 1, mark + LONGEST);
        }
        if (end < 0) {
            return false;
        }
        int blank = line.indexOf(' ', mark, end);
        line.field("level", line.slice(mark, blank < 0 ? end : blank));
        line.dropBefore(end + 2);
        return true;
    }

    private static boolean stripSection(Cursor line) {
        if (!line.startsWith("section_start:") && !line.startsWith("section_end:")) {
            return false;
        }
        int name = line.indexOf(':', line.from() + 12, line.from() + 30);
        if (name < 0) {
            return false;
        }
        line.narrow(line.to(), line.to());
        return true;
    }
}
