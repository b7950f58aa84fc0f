package io.troubleshooter.record;

/**
 * What a general header looks like in one source, where one line alone would not tell.
 *
 * @param prefix words before the time, the same number in every line
 * @param words words between time and level
 * @param logger whether each line has a word and a colon behind the level: then it names the logger, else it may be
 *     the message's own
 * @param program whether each line has a few words and a dash behind time and level
 * @param column whether each line has a word and a wide gap behind the level
 */
record HeaderShape(int prefix, int words, boolean logger, boolean program, boolean column) {

    /** Takes only what is plain from a single line. */
    static final HeaderShape CAUTIOUS = new HeaderShape(0, 0, false, false, false);
}
