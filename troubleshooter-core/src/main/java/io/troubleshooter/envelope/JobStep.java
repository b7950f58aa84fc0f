package io.troubleshooter.envelope;

/** Logs of GitHub Actions as {@code gh run view --log} gives them: job, step and time, each closed by a tab or blank. */
final class JobStep implements WeakLayer {

    private static final int LONGEST = 300;
    private static final int DECIMALS = 7;

    @Override
    public boolean recognises(Cursor line) {
        return time(line) >= 0;
    }

    @Override
    public boolean convinces(int seen, int hits) {
        return hits > 0;
    }

    @Override
    public boolean strip(Cursor line) {
        int time = time(line);
        if (time < 0) {
            return false;
        }
        int job = line.indexOf('\t', line.from(), time);
        int end = IsoTime.end(line.bytes(), time, line.to());
        line.stream(line.slice(line.from(), job));
        line.field("job", line.slice(line.from(), job));
        line.field("step", line.slice(job + 1, time - 1));
        line.time(line.slice(time, end));
        line.dropBefore(Math.min(end + 1, line.to()));
        return true;
    }

    /** Offset of the time after two tabs; -1 if there is none. */
    private static int time(Cursor line) {
        int stop = line.from() + LONGEST;
        int job = line.indexOf('\t', line.from(), stop);
        int step = job < 0 ? -1 : line.indexOf('\t', job + 1, stop);
        if (step < 0) {
            return -1;
        }
        int end = IsoTime.end(line.bytes(), step + 1, line.to());
        return end >= 0 && IsoTime.decimals(line.bytes(), step + 1, end) == DECIMALS ? step + 1 : -1;
    }
}
