package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Provenance.Place;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what stands only in fields that a stranger can write (user agents, URLs, headers, names, free text of users) from
 * becoming a recommendation: a poisoned log must not tell an engineer what to install, call or run. Nor may a model name
 * packages and hosts that stand nowhere. Advice in the words of a built-in rule that was found is trusted, but for the
 * values filled in. Immutable, thread-safe.
 */
public final class RemediationGuard {

    private static final Set<String> WELL_KNOWN = WordFile.read("well-known.txt");
    private static final int MAX_ADVICE = 8_000;
    private static final int ENCODED = 60;

    private final IncidentFrame frame;
    private final Evidence evidence;
    private final Provenance provenance;
    private volatile @Nullable RuleTemplates templates;

    public RemediationGuard(IncidentFrame frame, Evidence evidence) {
        this.frame = frame;
        this.evidence = evidence;
        this.provenance = new Provenance(evidence);
    }

    /**
     * The packages, addresses, hosts and commands in an advice (action, command, rollback, check) that only such fields
     * name, that nobody names, or that no advice needs; empty where it may be shown.
     */
    public List<String> untrusted(String advice) {
        if (advice.length() > MAX_ADVICE) {
            return List.of("more than " + MAX_ADVICE + " characters");
        }
        Set<String> found = new LinkedHashSet<>();
        for (String line : advice.split("\n", -1)) {
            found.addAll(inLine(line.strip()));
        }
        return List.copyOf(found);
    }

    /** Looks up at once what {@link #untrusted} will want to know of these advices, so that the lines are read once. */
    public void prepare(Collection<String> advices) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String advice : advices) {
            if (advice.length() <= MAX_ADVICE) {
                advice.lines().forEach(line -> wanted.addAll(wanted(new AdviceTokens(line.strip()))));
            }
        }
        provenance.of(wanted);
    }

    private List<String> inLine(String advice) {
        AdviceTokens tokens = new AdviceTokens(advice);
        List<String> idioms = new ArrayList<>(RiskyIdioms.in(advice));
        addEncoded(advice, idioms);
        List<String> wanted = wanted(tokens);
        if (idioms.isEmpty() && wanted.isEmpty()) {
            return List.of();
        }
        boolean ruled = isOfARule(advice);
        List<String> untrusted = ruled ? new ArrayList<>() : idioms;
        Map<String, Place> places = provenance.of(wanted);
        for (String word : wanted) {
            Place place = places.getOrDefault(word, Place.NOWHERE);
            boolean needsWarrant = !ruled && (tokens.hosts.contains(word) || tokens.packages.contains(word));
            if (place == Place.USERS || (place == Place.NOWHERE && needsWarrant)) {
                untrusted.add(word);
            }
        }
        return untrusted;
    }

    private static List<String> wanted(AdviceTokens tokens) {
        Set<String> wanted = new LinkedHashSet<>();
        tokens.hosts.stream().filter(host -> !isWellKnown(host)).forEach(wanted::add);
        tokens.packages.stream().filter(name -> !isWellKnown(name)).forEach(wanted::add);
        tokens.urls.forEach(url -> wanted.add(url.toLowerCase(Locale.ROOT)));
        tokens.orders().forEach(order -> wanted.add(String.join(" ", order)));
        return List.copyOf(wanted);
    }

    private static boolean isWellKnown(String name) {
        int colon = name.indexOf(':');
        String bare = colon > 0 ? name.substring(0, colon) : name;
        return WELL_KNOWN.contains(bare)
                || bare.startsWith("127.")
                || bare.equals("0.0.0.0")
                || bare.equals("[")
                || bare.endsWith(".svc")
                || bare.endsWith(".svc.cluster.local")
                || bare.endsWith(".k8s.io");
    }

    private boolean isOfARule(String advice) {
        RuleTemplates known = templates;
        if (known == null) {
            known = new RuleTemplates(frame);
            templates = known;
        }
        return known.of(advice) != null;
    }

    /** A long run of base64 hides what is run. */
    private static void addEncoded(String advice, List<String> found) {
        int run = 0;
        for (int i = 0; i < advice.length(); i++) {
            char c = advice.charAt(i);
            boolean encoded =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '=';
            run = encoded ? run + 1 : 0;
            if (run == ENCODED) {
                found.add("encoded text");
                return;
            }
        }
    }

    /**
     * Whether a citation points at words that want something of their reader, as no program's do: they prove nothing but
     * that somebody wrote them.
     */
    public boolean isAddressed(Citation citation) {
        RedactedText text = evidence.text(citation.lines());
        return text != null && LineTrust.wantsSomething(text.toString().toLowerCase(Locale.ROOT));
    }

    /** The least risk that a command has to be marked with: {@code low}, {@code medium} or {@code high}. */
    public static String leastRisk(String command) {
        return CommandRisk.least(command);
    }

    /** Whether a command only looks, as a check has to. */
    public static boolean isReadOnly(String command) {
        return CommandRisk.isReadOnly(command);
    }
}
