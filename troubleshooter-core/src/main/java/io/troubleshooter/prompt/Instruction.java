package io.troubleshooter.prompt;

/**
 * Words of our own for a model. Only {@link Prompts} makes them, from class-path resources, and nothing but numbers,
 * nonces and other instructions can be put into them: so no log text can become an instruction.
 */
public final class Instruction {

    private final String text;

    Instruction(String text) {
        this.text = text;
    }

    /** With every <code>{{name}}</code> replaced by a number. */
    public Instruction with(String name, long value) {
        return replaced(name, Long.toString(value));
    }

    /** With every <code>{{name}}</code> replaced by the mark of this request. */
    public Instruction with(String name, Nonce nonce) {
        return replaced(name, nonce.value());
    }

    /** With every <code>{{name}}</code> replaced by another instruction. */
    public Instruction with(String name, Instruction other) {
        return replaced(name, other.text);
    }

    private Instruction replaced(String name, String value) {
        return new Instruction(text.replace("{{" + name + "}}", value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Instruction that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
