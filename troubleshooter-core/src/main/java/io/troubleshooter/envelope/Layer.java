package io.troubleshooter.envelope;

/** One kind of envelope whose mark is certain on a single line. */
interface Layer {

    /** Takes the envelope off if it is there; otherwise leaves the cursor as it is. */
    boolean strip(Cursor line);
}
