package io.troubleshooter.conversation;

/**
 * An answer that was made just now.
 *
 * @param whole whether a model gave it from beginning to end, so that it may be kept for others who ask the same
 */
record Made(Answer answer, boolean whole) {}
