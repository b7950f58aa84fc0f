package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could not be seen, and which command would show it. */
final class Gaps {

    private static final int MOST = 4;

    private Gaps() {}

    static List<String> of(IncidentFrame frame, Names names, List<Candidate> ranked) {
        List<String> gaps = new ArrayList<>();
        String pod = safe(names.theOne("pod"));
        if (pod != null) {
            pod(pod, names, ranked, gaps);
        }
        String unit = safe(names.theOne("unit"));
        if (unit != null && pod == null) {
            gaps.add("What else the unit and the kernel logged: journalctl -b -u " + unit + " -k");
        }
        if (frame.time() == null
                && frame.sources().stream().mapToLong(s -> s.lines()).sum() > 1) {
            gaps.add("Order in time, since no line has one: print the log with timestamps");
        } else if (!ranked.isEmpty()) {
            beginning(frame, ranked.get(0), gaps);
        }
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            if (source.cutLines() > 0) {
                gaps.add(source.cutLines() + " long lines of " + source.id() + " were read only at their beginning");
            }
        }
        return List.copyOf(gaps.subList(0, Math.min(MOST, gaps.size())));
    }

    private static void pod(String pod, Names names, List<Candidate> ranked, List<String> gaps) {
        String namespace = safe(names.theOne("namespace"));
        String scope = namespace == null ? "" : " -n " + namespace;
        boolean restarts = ranked.stream().anyMatch(c -> c.cause().startsWith("kubernetes/"));
        if (restarts || ranked.isEmpty()) {
            gaps.add("What the previous container printed: kubectl logs " + pod + scope + " --previous");
        }
        gaps.add("Exit code, reason and events: kubectl describe pod " + pod + scope);
    }

    /** An incident that begins with the log may have begun before it. */
    private static void beginning(IncidentFrame frame, Candidate top, List<String> gaps) {
        IncidentFrame.TimeRange time = frame.time();
        if (time != null
                && top.firstTime() != null
                && !time.first().isBefore(top.firstTime().minusSeconds(1))) {
            gaps.add("Anything before " + Times.clock(time.first(), time)
                    + ": the trouble is there from the first line on, so it may have begun earlier");
        }
    }

    private static @Nullable String safe(@Nullable String name) {
        return name != null && name.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,200}") ? name : null;
    }
}
