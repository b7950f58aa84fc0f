package io.troubleshooter.rule;

/** Text that can be looked at a limited number of times: stops a regex that backtracks without end. */
final class CountedText implements CharSequence {

    /** The steps are used up. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("steps used up", null, false, false);
        }
    }

    private final String text;
    private int left;

    CountedText(String text, int steps) {
        this.text = text;
        this.left = steps;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
