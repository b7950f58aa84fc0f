package io.troubleshooter.record;

/** What a column at the beginning of a line looks like. */
enum ColumnType {
    NUMBER,
    TIME,
    MONTH,
    LEVEL,
    SYMBOL,
    BRACKET,
    ADDRESS,
    DOTTED,
    NAME,
    WORD
}
