package io.troubleshooter.template;

import java.util.Arrays;

/** Masked lines that are taken for one template: words at the same places, some of them variable. */
final class Row {

    /** The number of a word that is nothing but variable. */
    static final int WILD = 0;

    final long skeleton;
    final int[] words;
    /** Ids of masked lines, ascending. */
    int[] members;

    private int constants;

    Row(long skeleton, int[] words, int member) {
        this.skeleton = skeleton;
        this.words = words;
        this.members = new int[] {member};
        countConstants();
    }

    /** How many words are not wild. */
    int constants() {
        return constants;
    }

    void makeWild(int position) {
        words[position] = WILD;
        countConstants();
    }

    void takeIn(Row other) {
        int[] all = Arrays.copyOf(members, members.length + other.members.length);
        System.arraycopy(other.members, 0, all, members.length, other.members.length);
        members = all;
    }

    /** Equal for rows that differ in no more than the words left out; -1 leaves out none. */
    long hashWithout(int one, int other) {
        long sum = sum();
        sum -= one < 0 ? 0 : at(one);
        sum -= other < 0 ? 0 : at(other);
        return Hashes.combine(skeleton + 31L * one + 1009L * other, sum);
    }

    private long sum() {
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += at(i);
        }
        return sum;
    }

    private long at(int position) {
        return Hashes.mix(((long) position << 32) + words[position] + 1);
    }

    private void countConstants() {
        constants = 0;
        for (int word : words) {
            constants += word == WILD ? 0 : 1;
        }
    }
}
