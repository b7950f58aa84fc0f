package io.troubleshooter.http.hook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a notice is written. */
enum NoticeFormat {
    /** All that is known, as JSON; with the text of a template, if there is one. */
    JSON {
        @Override
        byte[] write(Notice notice, String template) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("schema", "troubleshooter/notice/v1").put("event", "diagnosis.ready");
            json.put("time", notice.time().toString());
            json.put("project", notice.project()).put("session", notice.session());
            json.put("link", notice.link().isEmpty() ? null : notice.link());
            json.put("verdict", notice.verdict()).put("title", notice.title()).put("summary", notice.summary());
            json.put("cause", notice.cause().isEmpty() ? null : notice.cause());
            json.put("confidence", notice.confidence()).put("analyst", notice.analyst());
            if (!template.isEmpty()) {
                json.put("text", fill(template, notice, UnaryOperator.identity()));
            }
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    },
    /** As Slack and what is compatible with it take it. Nothing that stood in a log is markup, a mention or a link. */
    SLACK {
        @Override
        byte[] write(Notice notice, String template) {
            String text = fill(template.isEmpty() ? SHORT : template, notice, NoticeFormat::plain);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("text", text.strip())
                    .put("unfurl_links", false)
                    .put("unfurl_media", false)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    };

    /** Word joiner. */
    private static final String PARTED = "\u2060";

    private static final String SHORT = "{title}\n{summary}\n{link}";

    private static final Pattern NAME = Pattern.compile("\\{(title|summary|verdict|project|session|link)\\}");

    /** @param template empty for the built-in one */
    abstract byte[] write(Notice notice, String template);

    /** In one pass: what is put in is never looked through for names. */
    private static String fill(String template, Notice notice, UnaryOperator<String> safe) {
        Map<String, String> values = Map.of(
                "title", safe.apply(notice.title()),
                "summary", safe.apply(notice.summary()),
                "verdict", notice.verdict().replace('_', ' '),
                "project", safe.apply(notice.project()),
                "session", notice.session(),
                "link", notice.link());
        return NAME.matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "")));
    }

    /**
     * Slack's three special characters escaped; mentions and addresses, which others that take the same form would make
     * links of, parted by a character that nobody sees.
     */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + PARTED)
                .replace("://", ":" + PARTED + "//")
                .replace("www.", "www" + PARTED + ".");
    }
}
