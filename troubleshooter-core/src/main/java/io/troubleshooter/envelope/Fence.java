package io.troubleshooter.envelope;

/** A line that opens or closes a Markdown code block carries nothing. */
final class Fence implements Layer {

    private static final int LONGEST = 40;

    @Override
    public boolean strip(Cursor line) {
        int at = line.skipBlanks(line.from());
        boolean fence = line.to() - at <= LONGEST && (line.matchesAt(at, "```") || line.matchesAt(at, "~~~"));
        if (fence) {
            line.narrow(line.to(), line.to());
        }
        return fence;
    }
}
