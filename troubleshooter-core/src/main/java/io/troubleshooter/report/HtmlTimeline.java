package io.troubleshooter.report;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.Moment;
import java.time.ZoneId;
import java.util.List;

/** The timeline as a drawing, with the same figures as a table behind it. */
final class HtmlTimeline {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 80;

    private HtmlTimeline() {}

    static void write(Html out, IncidentFrame frame) {
        ZoneId zone = Words.zone(frame.time());
        List<Bucket> buckets = frame.timeline().buckets();
        out.markup("<section aria-label=\"Timeline\">\n");
        if (!buckets.isEmpty()) {
            out.element("h2", "Timeline").element("p", "muted", Words.fullRange(frame.time()));
            drawing(out, buckets);
            table(out, buckets, zone);
        }
        moments(out, frame.timeline().events(), zone);
        out.markup("</section>\n");
    }

    private static void drawing(Html out, List<Bucket> buckets) {
        long peak = 1;
        for (Bucket bucket : buckets) {
            peak = Math.max(peak, bucket.total());
        }
        out.markup("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"Records over time; the figures are in the table below\">\n");
        double width = (double) WIDTH / buckets.size();
        for (int i = 0; i < buckets.size(); i++) {
            Bucket bucket = buckets.get(i);
            bar(out, "total", i, width, bucket.total(), peak);
            bar(out, "warnings", i, width, bucket.errors() + bucket.warnings(), peak);
            bar(out, "errors", i, width, bucket.errors(), peak);
        }
        out.markup("</svg>\n<p class=\"legend\"><span class=\"errors\">errors</span> "
                + "<span class=\"warnings\">warnings</span> <span class=\"total\">all records</span>"
                + " (height is logarithmic)</p>\n");
    }

    /** Logarithmic, since one error among ten thousand lines must be seen. */
    private static void bar(Html out, String kind, int index, double width, long count, long peak) {
        if (count == 0) {
            return;
        }
        long height = Math.round(HEIGHT * Math.log1p((double) count) / Math.log1p((double) peak));
        out.markup("<rect class=\"" + kind + "\" x=\"" + tenths(index * width) + "\" y=\"" + (HEIGHT - height)
                + "\" width=\"" + tenths(Math.max(1, width - 1)) + "\" height=\"" + height + "\"/>\n");
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static void table(Html out, List<Bucket> buckets, ZoneId zone) {
        out.markup("<details><summary>The same as a table</summary><table>\n<thead><tr><th>from</th>");
        out.markup("<th>records</th><th>warnings</th><th>errors</th></tr></thead>\n<tbody>\n");
        for (Bucket bucket : buckets) {
            out.markup("<tr><td>")
                    .text(Words.moment(bucket.start(), zone, true))
                    .markup("</td>");
            number(out, bucket.total());
            number(out, bucket.warnings());
            number(out, bucket.errors());
            out.markup("</tr>\n");
        }
        out.markup("</tbody>\n</table></details>\n");
    }

    private static void number(Html out, long value) {
        out.markup("<td class=\"number\">").text(Words.number(value)).markup("</td>");
    }

    private static void moments(Html out, List<Moment> moments, ZoneId zone) {
        if (moments.isEmpty()) {
            return;
        }
        out.markup("<div class=\"scroll\"><table class=\"moments\">\n<tbody>\n");
        for (Moment moment : moments) {
            out.markup("<tr><td>").text(moment.time() == null ? "" : Words.clock(moment.time(), zone));
            out.markup("</td><td class=\"" + moment.level() + "\">" + moment.level() + "</td><td>");
            out.ref(moment.line().toString())
                    .markup("</td><td><code>")
                    .text(moment.text().toString());
            out.markup("</code></td><td>").text(moment.kind()).markup("</td></tr>\n");
        }
        out.markup("</tbody>\n</table></div>\n");
    }
}
