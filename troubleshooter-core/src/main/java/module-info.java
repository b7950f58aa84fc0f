/** The engine of the troubleshooter. The raw zone's working types stay inside. */
module io.troubleshooter.core {
    requires com.fasterxml.jackson.databind;
    requires org.jsoup;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.troubleshooter;
    exports io.troubleshooter.error;
    exports io.troubleshooter.text;
    exports io.troubleshooter.input;
    exports io.troubleshooter.redact;
    exports io.troubleshooter.record;
    exports io.troubleshooter.template;
    exports io.troubleshooter.rule;
    exports io.troubleshooter.frame;
    exports io.troubleshooter.diagnosis;
    exports io.troubleshooter.report;
    exports io.troubleshooter.evidence;
    exports io.troubleshooter.context;
    exports io.troubleshooter.prompt;
    exports io.troubleshooter.model;
    exports io.troubleshooter.tool;
    exports io.troubleshooter.guard;
    exports io.troubleshooter.talk;
    exports io.troubleshooter.conversation;
    exports io.troubleshooter.eval;
}
