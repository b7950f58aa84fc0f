package io.troubleshooter.eval;

import java.util.Locale;

/** Figures as people read them. */
final class Numbers {

    static final String NONE = "–";

    private Numbers() {}

    static String of(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return switch (metric.kind()) {
            case RATE -> percent(value);
            case MEAN -> decimal(value, 2);
            case AMOUNT, P95 -> amount(value);
            case TOTAL -> "$" + decimal(value, 4);
        };
    }

    /** {@code 83 % (68–92)}; the value alone where there is no interval. */
    static String withInterval(Metric metric, Figure figure) {
        return of(metric, figure.value()) + interval(metric, figure.interval());
    }

    private static String interval(Metric metric, Interval interval) {
        if (Double.isNaN(interval.low())) {
            return "";
        }
        String low = of(metric, interval.low()).replace(" %", "");
        String high = of(metric, interval.high()).replace(" %", "");
        return " (" + low + "–" + high + ")";
    }

    /** {@code +3.2 %} or {@code −0.05}. */
    static String change(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String sign = value > 0 ? "+" : value < 0 ? "−" : "±";
        double size = Math.abs(value);
        return sign + (metric.kind() == Metric.Kind.RATE ? decimal(size * 100, 1) + " %" : decimal(size, 3));
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : Math.round(share * 100) + " %";
    }

    static String decimal(double value, int places) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static String amount(double value) {
        return value >= 10 || value == Math.rint(value) ? String.valueOf(Math.round(value)) : decimal(value, 1);
    }
}
