package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.report.Reply.Paragraph;

/** The reply to a question as a section. Its words are text: no markup of theirs acts, but for code and line breaks. */
final class HtmlReply {

    private HtmlReply() {}

    static void write(Html out, Reply reply, IncidentFrame frame) {
        if (reply.paragraphs().isEmpty()) {
            return;
        }
        out.markup("<section aria-label=\"Answer\">\n").element("h2", "Answer");
        RedactedText question = reply.question();
        if (question != null) {
            out.element("p", "muted", "Asked: " + question);
        }
        reply.paragraphs().forEach(each -> paragraph(out, each, frame));
        out.markup("</section>\n");
    }

    private static void paragraph(Html out, Paragraph paragraph, IncidentFrame frame) {
        out.markup("<p class=\"said\">");
        words(out, paragraph.text().replace("**", ""));
        for (Citation citation : paragraph.citations()) {
            out.markup(" ");
            reference(out, citation, frame);
        }
        if (paragraph.doubted()) {
            out.markup(" <span class=\"WARN\">not verified</span>");
        }
        out.markup("</p>\n");
    }

    /** What stands between two backticks of one line is code. */
    private static void words(Html out, String text) {
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            out.markup(line == 0 ? "" : "<br>\n");
            String[] pieces = lines[line].split("`", -1);
            for (int i = 0; i < pieces.length; i++) {
                boolean code = i % 2 == 1 && i < pieces.length - 1;
                out.markup(code ? "<code>" : "").text(pieces[i]).markup(code ? "</code>" : "");
            }
        }
    }

    /** Outputs of tools are not part of the page. */
    private static void reference(Html out, Citation citation, IncidentFrame frame) {
        String lines = citation.lines().toString();
        if (Sources.name(frame, citation.lines().source()).isEmpty()) {
            out.text(lines);
        } else {
            out.ref(lines);
        }
    }
}
