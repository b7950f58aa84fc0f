package io.troubleshooter.prompt;

/**
 * One version of a prompt.
 *
 * @param id what it is for: {@code triage}, {@code explain}, {@code repair}, ...
 * @param version e.g. {@code 3}; versions of one id are ordered by number
 * @param note what changed against the version before, and why
 * @param maxTokens that a reply to it may have
 * @param temperature 0 to 1, sent to models that accept it; negative where the model's own is to be used
 * @param hash first 12 hex digits of the SHA-256 of the resource
 */
public record Prompt(
        String id, int version, String note, int maxTokens, double temperature, String hash, Instruction text) {

    /** As recorded in answers and evaluations: {@code explain@3/1f2e3d4c5b6a}. */
    public String reference() {
        return id + "@" + version + "/" + hash;
    }
}
