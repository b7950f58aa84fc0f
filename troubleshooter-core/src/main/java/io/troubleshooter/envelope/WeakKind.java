package io.troubleshooter.envelope;

/** The weak envelopes, in the order in which they are tried: from what people add to what programs add. */
enum WeakKind {
    QUOTE_MARK,
    LINE_NUMBERS,
    HTML_ESCAPES,
    COMPOSE_NUMBERED,
    COMPOSE_NAMED,
    JOB_STEP,
    STERN,
    TOOL,
    TIME;

    /** All kinds; the array is not to be changed. */
    static final WeakKind[] ALL = values();

    WeakLayer create() {
        return switch (this) {
            case QUOTE_MARK -> new QuoteMark();
            case LINE_NUMBERS -> new LineNumbers();
            case HTML_ESCAPES -> new HtmlEscapes();
            case COMPOSE_NUMBERED -> new ComposePrefix(true);
            case COMPOSE_NAMED -> new ComposePrefix(false);
            case JOB_STEP -> new JobStep();
            case STERN -> new SternPrefix();
            case TOOL -> new ToolPrefix();
            case TIME -> new TimePrefix();
        };
    }

    int bit() {
        return 1 << ordinal();
    }
}
