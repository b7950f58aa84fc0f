package io.troubleshooter.eval;

import io.troubleshooter.Analysis;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.context.EvidenceDigest;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.eval.EvalCase.Decisive;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many of the decisive lines of cases a model gets to see under a budget of tokens, chosen by value or by where
 * they stand. An entry of {@link EvalCase#evidence()} is seen if one of its lines is; budgets count the sources in equal
 * shares for the ways that go by position.
 */
public final class EvidenceRecall {

    /** Ways to choose what is shown. */
    public enum Way {
        DIGEST,
        HEAD,
        TAIL,
        HEAD_AND_TAIL
    }

    private final EvalCase eval;
    private final Evidence evidence;
    private final Diagnosis offline;
    private final @Nullable RedactedText question;
    private final Map<LineRef, String> templates = new HashMap<>();

    private EvidenceRecall(EvalCase eval) {
        Troubleshooter troubleshooter =
                Troubleshooter.builder().keepEvidence(EvidenceLimits.DEFAULT).build();
        Analysis analysis = troubleshooter.open();
        int number = 1;
        for (Path input : eval.inputs()) {
            analysis.read(LogSource.of(input));
            String source = "S" + number++;
            troubleshooter.templates(
                    LogSource.of(input), (line, id, template) -> templates.put(LineRef.of(source, line), id));
        }
        this.eval = eval;
        this.offline = analysis.diagnose(eval.question());
        this.evidence = analysis.evidence();
        String asked = eval.question();
        this.question = asked == null ? null : RedactionSession.create().redact(asked);
    }

    /** Reads a case; it has to name decisive lines. */
    public static EvidenceRecall of(EvalCase eval) {
        return new EvidenceRecall(eval);
    }

    /** Share of the decisive entries seen, 0 to 1; where a case allows it, a line of the same template will do. */
    public double share(Way way, int tokens) {
        Set<LineRef> seen = Set.copyOf(lines(way, tokens));
        return share(decisive -> isSeen(decisive, seen));
    }

    /** Share of the decisive entries seen themselves, where they are first in the log: what shows when it began. */
    public double onset(Way way, int tokens) {
        Set<LineRef> seen = Set.copyOf(lines(way, tokens));
        return share(decisive -> isSeenItself(decisive, seen));
    }

    private double share(Predicate<Decisive> isSeen) {
        return (double) eval.evidence().stream().filter(isSeen).count()
                / eval.evidence().size();
    }

    /** The decisive entries that are not seen. */
    public List<LineRef> missed(Way way, int tokens) {
        Set<LineRef> seen = Set.copyOf(lines(way, tokens));
        return eval.evidence().stream()
                .filter(d -> !isSeen(d, seen))
                .map(Decisive::lines)
                .toList();
    }

    private List<LineRef> lines(Way way, int tokens) {
        return switch (way) {
            case DIGEST ->
                EvidenceDigest.of(offline.frame(), evidence, offline, question, tokens)
                        .lines();
            case HEAD -> byPosition(tokens, 1, 0);
            case TAIL -> byPosition(tokens, 0, 1);
            case HEAD_AND_TAIL -> byPosition(tokens, 0.5, 0.5);
        };
    }

    private List<LineRef> byPosition(int tokens, double head, double tail) {
        List<LineRef> lines = new ArrayList<>();
        double perSource = (double) tokens / Math.max(1, evidence.sources().size());
        for (String source : evidence.sources()) {
            take(source, 1, 1, head * perSource, lines);
            take(source, evidence.lines(source), -1, tail * perSource, lines);
        }
        return lines;
    }

    private void take(String source, long from, int step, double tokens, List<LineRef> lines) {
        double left = tokens;
        for (long line = from; line >= 1 && line <= evidence.lines(source); line += step) {
            RedactedText text = evidence.text(LineRef.of(source, line));
            left -= text == null ? 0 : TokenEstimate.ofBytes(text.length() + 1L);
            if (left < 0) {
                return;
            }
            lines.add(LineRef.of(source, line));
        }
    }

    private boolean isSeen(Decisive decisive, Set<LineRef> seen) {
        return isSeenItself(decisive, seen) || (decisive.like() && isSeenLike(decisive.lines(), seen));
    }

    private static boolean isSeenItself(Decisive decisive, Set<LineRef> seen) {
        LineRef wanted = decisive.lines();
        for (long line = wanted.first(); line <= wanted.last(); line++) {
            if (seen.contains(LineRef.of(wanted.source(), line))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeenLike(LineRef wanted, Set<LineRef> seen) {
        String template = templates.get(LineRef.of(wanted.source(), wanted.first()));
        return template != null
                && seen.stream()
                        .anyMatch(
                                line -> line.source().equals(wanted.source()) && template.equals(templates.get(line)));
    }

    /**
     * Prints the table for a folder of cases.
     *
     * @param args the folder, the split, and {@code missed} to list what the digest does not show
     */
    public static void main(String[] args) {
        List<EvidenceRecall> all = new CaseReader(RuleSet.builtIn())
                .read(Path.of(args[0])).cases().stream()
                        .filter(c -> c.split().equals(args[1]) && !c.evidence().isEmpty())
                        .map(EvidenceRecall::of)
                        .toList();
        System.out.print(table("all", all));
        System.out.print(table(
                "long", all.stream().filter(r -> r.eval.tags().contains("long")).toList()));
        if (args.length > 2) {
            System.out.print(missed(all));
        }
    }

    private static String table(String name, List<EvidenceRecall> cases) {
        StringBuilder out =
                new StringBuilder(name + ": " + cases.size() + " cases; in brackets the first occurrence alone\n");
        for (int tokens : new int[] {2_000, 4_000, 8_000}) {
            out.append(String.format(Locale.ROOT, "%6d tokens", tokens));
            for (Way way : Way.values()) {
                double share = mean(cases, c -> c.share(way, tokens));
                double onset = mean(cases, c -> c.onset(way, tokens));
                String label = way.name().toLowerCase(Locale.ROOT);
                out.append(String.format(Locale.ROOT, "  %s %.3f (%.3f)", label, share, onset));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static double mean(List<EvidenceRecall> cases, ToDoubleFunction<EvidenceRecall> share) {
        return cases.stream().mapToDouble(share).average().orElse(Double.NaN);
    }

    private static String missed(List<EvidenceRecall> cases) {
        return cases.stream()
                .filter(c -> !c.missed(Way.DIGEST, 4_000).isEmpty())
                .map(c -> c.eval.id()
                        + ' '
                        + new TreeSet<>(c.missed(Way.DIGEST, 4_000).stream()
                                .map(LineRef::toString)
                                .toList())
                        + '\n')
                .collect(Collectors.joining());
    }
}
