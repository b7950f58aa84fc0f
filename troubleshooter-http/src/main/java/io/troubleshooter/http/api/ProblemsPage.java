package io.troubleshooter.http.api;

import io.troubleshooter.http.problem.ProblemCode;

/** Every problem under an anchor of its own, to which its type leads. Plain markup: the policy of pages allows no style. */
final class ProblemsPage {

    private ProblemsPage() {}

    static String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Problems of the API</title>\n"
                + "</head>\n<body>\n<main>\n<h1>Problems of the API</h1>\n");
        for (ProblemCode code : ProblemCode.values()) {
            page.append("<section id=\"" + code.code() + "\">\n<h2>" + text(code.title()) + "</h2>\n");
            page.append("<p><code>" + code.code() + "</code>, status " + code.status());
            page.append(code.retryable() ? ", may succeed later" : "").append("</p>\n");
            page.append("<p>" + text(code.advice()) + "</p>\n</section>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
