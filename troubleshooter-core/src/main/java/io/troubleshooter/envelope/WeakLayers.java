package io.troubleshooter.envelope;

/** The weak envelopes, in the order in which they are tried: from what people add to what programs add. */
final class WeakLayers {

    private WeakLayers() {}

    /** One of each, for one source; the places in the array are the bits of a set of them. */
    static WeakLayer[] create() {
        return new WeakLayer[] {
            new QuoteMark(),
            new LineNumbers(),
            new HtmlEscapes(),
            new ComposePrefix(true),
            new ComposePrefix(false),
            new JobStep(),
            new EventListing(),
            new SternPrefix(),
            new ToolPrefix(),
            new TimePrefix()
        };
    }
}
