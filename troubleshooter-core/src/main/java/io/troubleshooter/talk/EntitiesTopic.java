package io.troubleshooter.talk;

import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.PatternException;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.tool.History;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "what happened to pod x", "is db-1 healthy", "show request 4711", or any name that the evidence knows. */
final class EntitiesTopic implements Topic {

    private static final String KIND = "(?:pods?|hosts?|nodes?|servers?|machines?|instances?|services?|containers?|"
            + "request(?: ids?)?|trace(?: ids?)?|users?|files?|ip(?: address)?|address|table|topic|queue|namespace|url|"
            + "endpoint|deployment|function|database|thread|class|session|job|task|process)";
    private static final List<Pattern> ASKED = List.of(
            Pattern.compile("\\b(?:happened|happens|happening|wrong|up|going on) (?:to|with|on|in|at) (?:the )?(?:"
                    + KIND + " )?(.+)$"),
            Pattern.compile("\\b(?:history|status|state|health|fate) of (?:the )?(?:" + KIND + " )?(.+)$"),
            Pattern.compile(
                    "\\b(?:is|was|are|were|did) (?:the )?(?:" + KIND
                            + " )?(\\S+) (?:still |ever |also )?(?:healthy|ok|okay|"
                            + "fine|up|down|alive|dead|working|affected|involved|broken|failing|running|fail|crash|restart)\\b"),
            Pattern.compile(
                    "\\b(?:show|tell|about|follow|trace|track)(?: me)?(?: about)? (?:the )?(?:" + KIND + " )(.+)$"),
            Pattern.compile("\\b(?:tell me about|show me|show|follow|trace|track) (?:the )?(\\S+)$"),
            Pattern.compile("^(?:the )?" + KIND + " (\\S+)$"));
    private static final Pattern TOKEN = Pattern.compile("<[a-z0-9-]{2,40}:\\d{1,10}>|[^\\s,;\"'`()]{3,200}");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "^(?:it|this|that|here|there|them|everything|anything|all|my|me|the|system|app|application|logs?|us|you)$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        for (Pattern pattern : ASKED) {
            String name = question.part(pattern);
            if (name != null
                    && !NOT_A_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                String quoted = question.quoted();
                return List.of(history(scene, quoted == null ? SearchTopic.bare(name) : quoted));
            }
        }
        String known = known(scene, question);
        return known == null ? List.of() : List.of(history(scene, known));
    }

    /** A name in the question that the frame knows, or that looks like none of our language; null where there is none. */
    private static @Nullable String known(TalkScene scene, Question question) {
        String quoted = question.quoted();
        if (quoted != null) {
            return quoted;
        }
        Matcher token = TOKEN.matcher(question.text());
        while (token.find()) {
            String name = token.group();
            if (isEntity(scene, name) || looksLikeName(name) && mentioned(scene, name)) {
                return name;
            }
        }
        return null;
    }

    private static boolean isEntity(TalkScene scene, String name) {
        for (Entity entity : scene.frame().entities()) {
            if (entity.value().toString().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeName(String token) {
        boolean mark = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            mark |= Character.isDigit(c) || "-_./:<".indexOf(c) >= 0 || i > 0 && Character.isUpperCase(c);
        }
        return mark;
    }

    private static boolean mentioned(TalkScene scene, String name) {
        History history = find(scene, name);
        return history != null && history.total() > 0;
    }

    private static @Nullable History find(TalkScene scene, String name) {
        try {
            return History.of(scene.evidence(), name, EvidenceQuery.ALL, TalkScene.LINES, TalkScene.NEVER);
        } catch (PatternException unusable) {
            return null;
        }
    }

    private static Statement history(TalkScene scene, String name) {
        History history = find(scene, name);
        if (history == null || history.total() == 0) {
            return TalkScene.plain("No line mentions " + TalkScene.words(name) + ".");
        }
        String lines = TalkScene.count(history.total(), "line");
        String times = times(scene, history.from(), history.to());
        String errors = history.errors() == 0
                ? ", none of them an error"
                : ", of which " + TalkScene.count(history.errors(), "error");
        return scene.cited(
                lines
                        + (history.total() == 1 ? " mentions " : " mention ")
                        + TalkScene.words(name)
                        + times
                        + errors
                        + TalkScene.shown(history.total()),
                history.shown());
    }

    private static String times(TalkScene scene, @Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return "";
        }
        return from.equals(to) ? ", at " + scene.clock(from) : ", from " + scene.clock(from) + " to " + scene.clock(to);
    }
}
