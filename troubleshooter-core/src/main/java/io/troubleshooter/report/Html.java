package io.troubleshooter.report;

/** HTML being written: markup is our own, text is always escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder(16_384);

    /** Markup of our own; never text from elsewhere. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped for content and for quoted attributes, without control codes. */
    Html text(String text) {
        String printable = Columns.printable(text);
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">\n");
    }

    Html element(String name, String cssClass, String text) {
        return markup("<" + name + " class=\"" + cssClass + "\">").text(text).markup("</" + name + ">\n");
    }

    /** A link to lines below, {@code #S1:12}. */
    Html ref(String ref) {
        String target = ref.indexOf('-') < 0 ? ref : ref.substring(0, ref.indexOf('-'));
        return markup("<a href=\"#").text(target).markup("\">").text(ref).markup("</a>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
