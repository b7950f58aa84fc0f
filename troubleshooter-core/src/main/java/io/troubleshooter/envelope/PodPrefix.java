package io.troubleshooter.envelope;

/** {@code kubectl logs --prefix}: {@code [pod/NAME/CONTAINER] }. */
final class PodPrefix implements Layer {

    private static final String MARK = "[pod/";
    private static final int LONGEST = 600;

    @Override
    public boolean strip(Cursor line) {
        if (!line.startsWith(MARK)) {
            return false;
        }
        int name = line.from() + MARK.length();
        int end = line.indexOf(']', name, name + LONGEST);
        int slash = line.indexOf('/', name, end);
        if (end < 0 || slash < 0) {
            return false;
        }
        line.stream(line.slice(name, end));
        line.field("pod", line.slice(name, slash));
        line.field("container", line.slice(slash + 1, end));
        line.dropBefore(Math.min(end + 2, line.to()));
        return true;
    }
}
