package io.troubleshooter.report;

/**
 * A line of evidence, cut around the words that matter.
 *
 * @param text what is shown, without control codes
 * @param caret column at which the words begin
 * @param carets columns that they take, 0 where none stand out
 */
record Excerpt(String text, int caret, int carets) {

    private static final String CUT = "...";
    private static final String MIDDLE = " ... ";

    static Excerpt of(QuotedLine line, int room) {
        String before = Columns.printable(line.before());
        String marked = Columns.printable(line.marked(), Columns.of(before));
        String after = Columns.printable(line.after(), Columns.of(before) + Columns.of(marked));
        return new Cutter(before, marked, after, room).cut();
    }

    private record Cutter(String before, String marked, String after, int room) {

        Excerpt cut() {
            int start = Columns.of(before);
            int end = start + Columns.of(marked);
            if (end + Columns.of(after) <= room) {
                return new Excerpt(before + marked + after, start, end - start);
            }
            if (marked.isEmpty()) {
                return new Excerpt(Columns.head(before, room - CUT.length()) + CUT, start, 0);
            }
            return end + CUT.length() <= room ? cutAtEnd(start, end) : cutInTheMiddle();
        }

        private Excerpt cutAtEnd(int start, int end) {
            String kept = Columns.head(after, room - end - CUT.length());
            return new Excerpt(before + marked + kept + CUT, start, end - start);
        }

        /** The beginning stays, since it holds time and level; then as much as fits around the marked words. */
        private Excerpt cutInTheMiddle() {
            String head = Columns.head(before, room / 3);
            int left = room - Columns.of(head) - MIDDLE.length() - CUT.length();
            String words = Columns.head(marked, left);
            int around = left - Columns.of(words);
            String rest = words.length() < marked.length() ? "" : Columns.head(after, around / 2);
            String lead = Columns.tail(before.substring(head.length()), around - Columns.of(rest));
            boolean all = words.length() == marked.length() && rest.length() == after.length();
            String shown = head.stripTrailing() + MIDDLE + lead.stripLeading();
            return new Excerpt(shown + words + rest + (all ? "" : CUT), Columns.of(shown), Columns.of(words));
        }
    }
}
