package io.troubleshooter.aws.cloudwatch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The names that somebody who mistyped the name of a group may have meant. */
final class NearestGroups {

    private static final int SHOWN = 3;

    private NearestGroups() {}

    static List<String> of(String typed, List<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        Map<String, Double> far = new TreeMap<>();
        for (String name : names) {
            double distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance < 0.6) {
                far.put(name, distance);
            }
        }
        return far.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** 0 for the same to 1 for nothing in common: the share of letter pairs that only one has, less for a part. */
    private static double distance(String a, String b) {
        if (b.contains(a) || a.contains(b)) {
            return 0.1;
        }
        long common = pairs(a).stream().filter(pair -> b.contains(pair)).count();
        long back = pairs(b).stream().filter(pair -> a.contains(pair)).count();
        int all = Math.max(1, a.length() + b.length() - 2);
        return 1 - (common + back) / (double) all;
    }

    private static List<String> pairs(String text) {
        return java.util.stream.IntStream.range(0, Math.max(0, text.length() - 1))
                .mapToObj(i -> text.substring(i, i + 2))
                .toList();
    }
}
