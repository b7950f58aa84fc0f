package io.troubleshooter.eval;

import java.util.List;
import java.util.Locale;

/** Stated confidence against the share that is right, as inline SVG; on the diagonal, confidence is worth what it says. */
final class CalibrationChart {

    private static final int SIZE = 220;
    private static final int EDGE = 36;

    private CalibrationChart() {}

    /** The chart; empty where nothing states a confidence. */
    static String of(List<Calibration.Bin> bins) {
        if (bins.stream().noneMatch(bin -> bin.count() > 0)) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        int total = SIZE + 2 * EDGE;
        out.append(format("<svg class=\"small\" viewBox=\"0 0 %d %d\" role=\"img\" ", total, total));
        out.append("aria-label=\"Stated confidence against share right\">\n");
        out.append(format(
                "<rect class=\"grid\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", EDGE, EDGE, SIZE, SIZE));
        out.append(format(
                "<line class=\"grid\" x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\"/>\n", x(0), y(0), x(1), y(1)));
        for (Calibration.Bin bin : bins) {
            if (bin.count() > 0) {
                double radius = Math.min(14, 3 + Math.sqrt(bin.count()));
                out.append(format(
                        "<circle class=\"line0\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">",
                        x(bin.confidence()), y(bin.right()), radius));
                out.append(format("<title>%d answers</title></circle>\n", bin.count()));
            }
        }
        out.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">stated confidence</text>\n", total / 2, total - 12));
        out.append(format(
                "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %d)\">right</text>\n",
                total / 2, total / 2));
        return out.append("</svg>\n").toString();
    }

    private static double x(double share) {
        return EDGE + share * SIZE;
    }

    private static double y(double share) {
        return EDGE + SIZE - share * SIZE;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
