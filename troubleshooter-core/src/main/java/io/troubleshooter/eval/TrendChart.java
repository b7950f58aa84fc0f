package io.troubleshooter.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How shares went over the kept runs, as inline SVG. Runs stand at equal distances, in the order of time. */
final class TrendChart {

    private static final List<Metric> LINES =
            List.of(Metric.TOP_1, Metric.TOP_3, Metric.MRR, Metric.RECALL, Metric.FALSE_ALARMS);
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int RIGHT = 150;
    private static final int TOP = 16;
    private static final int BOTTOM = 34;

    private final List<Run> runs;
    private final StringBuilder out = new StringBuilder();

    private TrendChart(List<Run> runs) {
        this.runs = runs;
    }

    /** The chart; empty for fewer than two runs. */
    static String of(List<Run> runs) {
        return runs.size() < 2 ? "" : new TrendChart(runs).draw();
    }

    private String draw() {
        out.append("<section id=\"trend\">\n<h2>Trend</h2>\n<p class=\"muted\">")
                .append(runs.size())
                .append(" runs, all splits. Runs over different sets of cases are not strictly comparable.</p>\n");
        out.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Trend of scores over runs\">\n", WIDTH, HEIGHT));
        axes();
        double[] labels = labels();
        for (int i = 0; i < LINES.size(); i++) {
            line(LINES.get(i), i, labels[i]);
        }
        return out.append("</svg>\n</section>\n").toString();
    }

    private void axes() {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            out.append(format(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH - RIGHT, y));
            out.append(
                    format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>\n", LEFT - 6, y + 4, percent));
        }
        moment(0, "start");
        moment(runs.size() - 1, "end");
    }

    private void moment(int place, String anchor) {
        String day = runs.get(place).time().toString().substring(0, 16).replace('T', ' ');
        out.append(format("<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", x(place), HEIGHT - 10, anchor));
        out.append(EvalHtml.escaped(day)).append("</text>\n");
    }

    private void line(Metric metric, int number, double label) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            double value = runs.get(i).figure(metric, Run.ALL).value();
            if (!Double.isNaN(value)) {
                points.append(format("%.1f,%.1f ", x(i), y(value)));
                dots.append(format(
                        "<circle class=\"line%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>", number, x(i), y(value)));
                dots.append(
                        EvalHtml.escaped(runs.get(i).id() + ": " + metric.word() + " " + Numbers.of(metric, value)));
                dots.append("</title></circle>\n");
            }
        }
        out.append(format(
                        "<polyline class=\"line%d\" points=\"%s\"/>\n",
                        number, points.toString().strip()))
                .append(dots);
        out.append(format("<text class=\"label%d\" x=\"%d\" y=\"%.1f\">", number, WIDTH - RIGHT + 10, label));
        out.append(Wording.brief(metric))
                .append(' ')
                .append(Numbers.of(metric, last(metric)))
                .append("</text>\n");
    }

    private double last(Metric metric) {
        return runs.get(runs.size() - 1).figure(metric, Run.ALL).value();
    }

    /** Where the names of the lines stand: at their ends, pushed apart where they would overlap. */
    private double[] labels() {
        Integer[] order = new Integer[LINES.size()];
        double[] places = new double[LINES.size()];
        for (int i = 0; i < places.length; i++) {
            order[i] = i;
            double value = last(LINES.get(i));
            places[i] = y(Double.isNaN(value) ? 0 : value) + 4;
        }
        Arrays.sort(order, (a, b) -> Double.compare(places[a], places[b]));
        for (int i = 1; i < order.length; i++) {
            places[order[i]] = Math.max(places[order[i]], places[order[i - 1]] + 15);
        }
        return places;
    }

    private double x(int place) {
        return LEFT + 10 + (double) place * (WIDTH - LEFT - RIGHT - 20) / (runs.size() - 1);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
