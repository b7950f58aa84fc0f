package io.troubleshooter.http.config;

/** A size, written as {@code 64MiB}, {@code 8KiB}, {@code 2GiB} or a plain number of bytes. */
public record Bytes(long count) {

    static Bytes parse(String text) {
        String word = text.strip();
        int shift = word.endsWith("GiB") ? 30 : word.endsWith("MiB") ? 20 : word.endsWith("KiB") ? 10 : 0;
        String digits = shift == 0 ? word : word.substring(0, word.length() - 3);
        long count = Long.parseLong(digits.strip());
        if (count < 0 || count > Long.MAX_VALUE >> shift) {
            throw new NumberFormatException("out of range");
        }
        return new Bytes(count << shift);
    }

    /** For places that take an int: at most {@link Integer#MAX_VALUE}. */
    public int asInt() {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
