package io.troubleshooter.talk;

import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.tool.Code;
import io.troubleshooter.tool.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "what does exit code 137 mean", "what is SQLSTATE 53300", "explain ECONNRESET". */
final class CodesTopic implements Topic {

    private static final Pattern MEANING =
            Pattern.compile("\\b(?:mean(?:s|ing)?|what(?:'s| is| are)|explain|stands? for|define)\\b");
    private static final Pattern KIND = Pattern.compile(
            "\\b(exit(?:ed)?(?: with)?(?: code| status)?|exitcode|signal|http(?: status)?(?: code)?|status(?: code)?|"
                    + "sqlstate|grpc(?: status)?(?: code)?|errno|aws(?: error)?|tls(?: alert)?|ssl(?: alert)?|windows|"
                    + "hresult|(?:error )?code)[ :#=]{1,3}(-?[a-z0-9_.]{1,60})");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.]{2,60}");
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Z][A-Z0-9_]{3,}|[A-Za-z]+(?:[A-Z][a-z]+)+|0x[0-9A-Fa-f]{8}" + "|[0-9A-Z]{5}|[1-5]\\d\\d|SIG[A-Z0-9]+");
    private static final int MAX_CODES = 3;

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        boolean asksMeaning = question.says(MEANING);
        Matcher kind = KIND.matcher(question.lower());
        if (kind.find()
                && (asksMeaning || question.text().length() - kind.group().length() < 8)) {
            return explain(scene, kind.group(2), kind(kind.group(1)));
        }
        String code = asksMeaning ? bare(question) : null;
        return code == null ? List.of() : explain(scene, code, null);
    }

    private static @Nullable String bare(Question question) {
        Matcher word = WORD.matcher(question.text());
        while (word.find()) {
            if (SHAPE.matcher(word.group()).matches()
                    && !Codes.find(word.group()).isEmpty()) {
                return word.group();
            }
        }
        return null;
    }

    private static @Nullable String kind(String words) {
        for (String kind : Codes.KINDS) {
            if (words.startsWith(kind)) {
                return kind;
            }
        }
        return words.startsWith("status")
                ? "http"
                : words.startsWith("ssl") ? "tls" : words.equals("hresult") ? "windows" : null;
    }

    private static List<Statement> explain(TalkScene scene, String name, @Nullable String kind) {
        List<Code> codes = kind == null ? Codes.find(name) : Codes.find(name, kind);
        List<Code> known = codes.isEmpty() ? Codes.find(name) : codes;
        if (known.isEmpty()) {
            return List.of(TalkScene.plain("I know no such code. " + HelpTopic.CODES));
        }
        List<Statement> statements = new ArrayList<>();
        for (Code code : known.subList(0, Math.min(MAX_CODES, known.size()))) {
            statements.add(TalkScene.plain("**" + String.join(" / ", code.names()) + "** (" + code.kind() + "): "
                    + code.meaning() + " Usual causes: " + code.causes()));
        }
        statements.add(occurrences(scene, known.get(0), name));
        return statements;
    }

    private static Statement occurrences(TalkScene scene, Code code, String asked) {
        String name = asked.matches("[A-Za-z0-9_]{1,60}") ? asked : code.names().get(0);
        LinePattern word = name.matches("\\w+") ? LinePattern.regex("\\b" + name + "\\b") : LinePattern.literal(name);
        Hits hits = scene.evidence().search(EvidenceQuery.ALL.words(word), TalkScene.LINES, TalkScene.NEVER);
        if (hits.total() == 0) {
            return TalkScene.plain("It does not occur in the evidence.");
        }
        return scene.cited(
                "In the evidence it stands in " + TalkScene.count(hits.total(), "line") + TalkScene.shown(hits.total()),
                hits.lines());
    }
}
