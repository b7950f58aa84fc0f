package io.troubleshooter.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to reach to pass. Read by {@link GateReader}.
 *
 * @param floors for the figures of a run by itself
 * @param regressions how much worse than the baseline it may be
 * @param baselines name of the file of the saved run to compare with, by analyst
 */
public record Gate(List<Floor> floors, List<Regression> regressions, Map<String, String> baselines) {

    /**
     * What a figure has to be.
     *
     * @param min least value; negative infinity where there is none
     * @param max highest value; infinity where there is none
     */
    public record Floor(String analyst, String split, Metric metric, double min, double max) {}

    /** By how much a metric may be worse than in the baseline, over the cases of both. */
    public record Regression(String analyst, String split, Metric metric, double allowed) {}

    /** One demand, and what came of it. */
    public record Check(boolean passed, String message) {}

    /** Everything that was demanded of a run. */
    public record Outcome(List<Check> checks) {

        public boolean passed() {
            return checks.stream().allMatch(Check::passed);
        }

        public List<Check> failures() {
            return checks.stream().filter(check -> !check.passed()).toList();
        }
    }

    /**
     * Holds a run against the gate. A figure that was not measured fails; so does a gate that demands nothing of this
     * analyst, since it would pass anything.
     *
     * @param load reads a baseline by the name of its file
     */
    public Outcome judge(Run run, Function<String, Run> load) {
        List<Check> checks = new ArrayList<>();
        floors.stream()
                .filter(floor -> floor.analyst.equals(run.analyst()))
                .forEach(floor -> checks.add(check(run, floor)));
        Run base = baseline(run, load);
        for (Regression regression : regressions) {
            if (regression.analyst.equals(run.analyst())) {
                checks.add(check(run, base, regression));
            }
        }
        if (checks.isEmpty()) {
            checks.add(new Check(false, "the gate demands nothing of " + run.analyst()));
        }
        return new Outcome(List.copyOf(checks));
    }

    private @Nullable Run baseline(Run run, Function<String, Run> load) {
        String name = baselines.get(run.analyst());
        return name == null ? null : load.apply(name);
    }

    private static Check check(Run run, Floor floor) {
        Figure figure = run.figure(floor.metric, floor.split);
        String what = floor.metric.word() + " of " + run.analyst() + " on " + floor.split;
        if (figure.cases() == 0) {
            return new Check(false, what + " was not measured: no case of that split applies");
        }
        double value = figure.value();
        String is = what + " is " + number(value) + " over " + figure.cases() + " cases";
        if (value < floor.min) {
            return new Check(
                    false, is + ", has to be " + number(floor.min) + " or more: short by " + number(floor.min - value));
        }
        if (value > floor.max) {
            return new Check(
                    false, is + ", may be " + number(floor.max) + " at most: over by " + number(value - floor.max));
        }
        return new Check(
                true,
                is + ", "
                        + (Double.isInfinite(floor.max)
                                ? "at least " + number(floor.min)
                                : "at most " + number(floor.max)));
    }

    private static Check check(Run run, @Nullable Run base, Regression regression) {
        String what = regression.metric.word() + " of " + run.analyst() + " on " + regression.split;
        if (base == null) {
            return new Check(false, what + " has no baseline to be compared with");
        }
        Paired paired = Paired.of(regression.metric, base.of(regression.split), run.of(regression.split));
        if (paired.cases() == 0) {
            return new Check(false, what + " has no case in common with the baseline " + base.id());
        }
        double loss = -paired.gain();
        String is = what + " is " + (loss > 0 ? "worse by " + number(loss) : "no worse") + " than in " + base.id()
                + " over " + paired.cases() + " cases (" + paired.wins() + " better, " + paired.losses() + " worse)";
        boolean passed = loss <= regression.allowed + 1e-9;
        return new Check(passed, is + (passed ? "" : ", allowed is " + number(regression.allowed)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
