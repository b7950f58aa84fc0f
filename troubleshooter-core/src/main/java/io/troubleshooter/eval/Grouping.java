package io.troubleshooter.eval;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** By what figures are told apart. */
enum Grouping {
    AREA(label -> List.of(label.area())),
    DIFFICULTY(label -> List.of(label.difficulty())),
    TAG(CaseLabel::tags);

    private final Function<CaseLabel, List<String>> groups;

    Grouping(Function<CaseLabel, List<String>> groups) {
        this.groups = groups;
    }

    /** Names of the groups that occur: difficulties from easy to hard, others by name. */
    List<String> names(List<CaseScore> scores) {
        TreeSet<String> names = new TreeSet<>();
        scores.forEach(score -> names.addAll(groups.apply(score.label())));
        if (this != DIFFICULTY) {
            return List.copyOf(names);
        }
        List<String> order = List.of("easy", "medium", "hard");
        return order.stream().filter(names::contains).toList();
    }

    List<CaseScore> members(List<CaseScore> scores, String name) {
        return scores.stream()
                .filter(score -> groups.apply(score.label()).contains(name))
                .toList();
    }
}
