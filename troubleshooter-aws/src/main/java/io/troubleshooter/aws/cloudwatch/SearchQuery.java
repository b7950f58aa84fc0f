package io.troubleshooter.aws.cloudwatch;

import java.util.List;

/** Makes the query of a search from words, so that nobody has to know the language. */
public final class SearchQuery {

    private SearchQuery() {}

    /**
     * Events that hold all of the texts, with their time, group and stream.
     *
     * @param texts each a text to be found as it stands, or a regex between slashes, {@code /time(d )?out/}
     */
    public static String events(List<String> texts) {
        return "fields @timestamp, @log, @logStream, @message" + filters(texts);
    }

    /** What kinds of messages there are among them, the most frequent first. */
    public static String patterns(List<String> texts) {
        return "fields @message" + filters(texts) + " | pattern @message | sort @sampleCount desc | limit 50";
    }

    private static String filters(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(" | filter @message like ").append(isRegex(text) ? text : quoted(text));
        }
        return out.toString();
    }

    private static boolean isRegex(String text) {
        return text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
