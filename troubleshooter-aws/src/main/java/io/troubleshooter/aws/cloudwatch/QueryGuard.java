package io.troubleshooter.aws.cloudwatch;

import java.util.Set;
import java.util.regex.Pattern;

/** Lets those queries of a model through that only read what it may read. The rights of the role are the other lock. */
final class QueryGuard {

    static final Set<String> COMMANDS =
            Set.of("fields", "display", "filter", "parse", "stats", "sort", "limit", "pattern", "dedup");

    private static final Pattern UNMASKS = Pattern.compile("(?i)\\bunmask\\b");

    /** Other groups than those named, as a command or inside a query within the query. */
    private static final Pattern NAMES_SOURCES =
            Pattern.compile("(?i)\\bsource\\s*(?:\\(|loggroups\\b|datasource|filterindex|[\"'`])");

    /** Also where it seems to stand in quotes: the service may see the quotes elsewhere than we do. */
    private static final Pattern OTHER_COMMAND = Pattern.compile(
            "(?i)\\|\\s*(?:unmask|source|anomaly|diff|lookup|join|union|subquery|insert|delete|merge|filterindex)\\b");

    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");

    private QueryGuard() {}

    static boolean allows(String query) {
        return allowsWords(query)
                && allowsWords(COMMENT.matcher(query).replaceAll(" "))
                && COMMANDS.containsAll(QueryShape.of(query).commands());
    }

    private static boolean allowsWords(String query) {
        return !UNMASKS.matcher(query).find()
                && !NAMES_SOURCES.matcher(query).find()
                && !OTHER_COMMAND.matcher(query).find();
    }
}
