package io.troubleshooter.report;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Moment;
import java.time.ZoneId;
import java.util.List;

/** When it happened: a bar of the errors over time, and the notable moments. */
final class TextTimeline {

    private static final int MOMENTS = 6;
    private static final int BAR = 40;

    private TextTimeline() {}

    static void print(Page page, IncidentFrame frame) {
        List<Moment> moments = frame.timeline().events();
        if (frame.time() == null || moments.isEmpty()) {
            return;
        }
        ZoneId zone = Words.zone(frame.time());
        page.gap().styled(Style.BOLD, "TIMELINE");
        bar(page, frame, zone);
        page.end();
        int shown = page.options().verbose() ? moments.size() : Math.min(MOMENTS, moments.size());
        for (Moment moment : moments.subList(0, shown)) {
            moment(page, moment, zone);
        }
        if (shown < moments.size()) {
            page.to(2)
                    .text("(" + Words.count(moments.size() - shown, "more moment") + ": -v)")
                    .end();
        }
        page.gap();
    }

    private static void bar(Page page, IncidentFrame frame, ZoneId zone) {
        IncidentFrame.TimeRange time = frame.time();
        if (time == null || frame.timeline().buckets().size() < 3) {
            return;
        }
        int columns = Math.max(20, Math.min(BAR, page.options().columns() - 60));
        page.to(10).text(Words.moment(time.first(), zone, true).substring(0, 16) + " ");
        page.text(TimelineBar.of(frame.timeline().buckets(), columns));
        page.text(" " + Words.clock(time.last(), zone).substring(0, 5));
        if (page.fits(25)) {
            page.right("| first error, # burst");
        }
    }

    private static void moment(Page page, Moment moment, ZoneId zone) {
        page.to(2).text(moment.time() == null ? "-" : Words.clock(moment.time(), zone));
        page.to(12).styled(Style.of(moment.level()), moment.level().name());
        page.to(19).ref(moment.line()).to(30);
        String mark = mark(moment.kind());
        QuotedLine line = new QuotedLine(0, moment.text().toString(), "", "");
        page.text(Excerpt.of(line, page.options().room(30 + (mark.isEmpty() ? 0 : mark.length() + 2)))
                .text());
        if (!mark.isEmpty()) {
            page.right(mark);
        }
        page.end();
    }

    private static String mark(String kind) {
        return kind.isEmpty() ? "" : "<- " + (kind.equals("first-error") ? "first" : kind);
    }
}
