package io.troubleshooter.tool;

import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Event groups, told in a line each. */
final class GroupLines {

    private static final int MAX_TEMPLATE = 300;

    private GroupLines() {}

    static String line(EventGroup group) {
        String noise = group.harmless() == 0 ? "" : ", " + group.harmless() + " of them known as harmless";
        return group.first() + " group " + group.fingerprint() + ": " + group.count() + " x "
                + (group.level() == Level.UNKNOWN ? "" : group.level() + " ")
                + time(group.firstTime(), group.lastTime()) + noise + ": "
                + CutText.at(group.template(), MAX_TEMPLATE).toString().replace('\n', ' ');
    }

    private static String time(@Nullable Instant first, @Nullable Instant last) {
        if (first == null || last == null) {
            return "without a time";
        }
        return first.equals(last) ? "at " + first : "from " + first + " to " + last;
    }
}
