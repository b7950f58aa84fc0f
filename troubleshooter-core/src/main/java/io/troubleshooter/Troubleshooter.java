package io.troubleshooter;

import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.frame.FrameLimits;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.RateLimit;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.prompt.Experiments;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactionPolicy;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.RevealMap;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolLimits;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what broke, with evidence. Immutable and thread-safe; one instance serves a whole program.
 *
 * <pre>{@code
 * Diagnosis diagnosis = Troubleshooter.create().diagnose(LogSource.of(Path.of("app.log")));
 * System.out.println(diagnosis.summary());
 * }</pre>
 */
public final class Troubleshooter {

    private final Settings settings;

    private final ConversationOptions conversations;

    private Troubleshooter(Settings settings, ConversationOptions conversations) {
        this.settings = settings;
        this.conversations = conversations;
    }

    /** With the defaults: everything is redacted, built-in rules, UTC where a log names no zone, no threads. */
    public static Troubleshooter create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the sources to their end and diagnoses them together.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if a source cannot be read or is no text; its advice
     *     says what to do
     */
    public Diagnosis diagnose(LogSource... sources) {
        return diagnose(List.of(sources), null);
    }

    /** As {@link #diagnose(LogSource...)}, with what the user wants to know; null where nothing was asked. */
    public Diagnosis diagnose(List<LogSource> sources, @Nullable String question) {
        Analysis analysis = open();
        sources.forEach(analysis::read);
        return analysis.diagnose(question);
    }

    /** The incident frame of the sources, without a diagnosis. */
    public IncidentFrame frame(List<LogSource> sources) {
        Analysis analysis = open();
        sources.forEach(analysis::read);
        return analysis.frame();
    }

    /** An analysis to which sources are added one by one, and which can be asked for a diagnosis at any time. */
    public Analysis open() {
        return new Analysis(settings);
    }

    /** A conversation of nobody in particular, to which evidence and questions are given one by one; it is not stored. */
    public Conversation converse() {
        return Conversation.begin(settings.keepingEvidence(), conversations, "local", SessionStore.NONE, null);
    }

    /**
     * A conversation that is stored where sessions are kept, and paid from the owner's budget.
     *
     * @param owner account; who may resume it
     */
    public Conversation converse(String owner) {
        return Conversation.begin(settings.keepingEvidence(), conversations, owner, conversations.sessions(), null);
    }

    /**
     * As {@link #converse(String)}, stored from its beginning, also while nothing is in it.
     *
     * @param title as a user wrote it; redacted before it is kept
     * @throws io.troubleshooter.error.TroubleshooterException if it cannot be stored and has to be
     */
    public Conversation converse(String owner, String title) {
        return Conversation.begin(settings.keepingEvidence(), conversations, owner, conversations.sessions(), title);
    }

    /**
     * A stored conversation, to go on with: its evidence is read again, so that lines have the same numbers.
     *
     * @return empty where there is none of this id, it is another owner's, or it has expired
     * @throws io.troubleshooter.error.TroubleshooterException if what was stored is damaged
     */
    public Optional<Conversation> resume(String owner, String id) {
        return conversations
                .sessions()
                .find(owner, id)
                .map(stored -> Conversation.resume(settings.keepingEvidence(), conversations, stored));
    }

    /** Gives the log records of a source in order. */
    public void records(LogSource source, Consumer<LogRecord> sink) {
        new RecordStream(settings, sink).read(source);
    }

    /**
     * Gives the template of each physical line, in order. Templates are known at the end only; the memory taken grows
     * with the number of lines, by 4 bytes each.
     */
    public void templates(LogSource source, TemplateSink sink) {
        new TemplateStream(settings).read(source, sink);
    }

    /** Writes the source redacted, line for line, as UTF-8. */
    public RedactionSummary redact(LogSource source, OutputStream out) {
        return new RedactStream(settings).copy(source, out);
    }

    /**
     * As {@link #redact(LogSource, OutputStream)}, and notes in {@code reveals} which value each placeholder stands for:
     * for local use by whoever owns the log, never to be stored beside it or sent.
     */
    public RedactionSummary redact(LogSource source, OutputStream out, RevealMap reveals) {
        return new RedactStream(settings).copy(source, out, reveals);
    }

    /** Receives the template of each physical line. */
    @FunctionalInterface
    public interface TemplateSink {

        /**
         * Takes in the next line.
         *
         * @param line physical line number, from 1
         * @param id fingerprint of the template
         * @param template its text, {@code <*>} for variable parts
         */
        void accept(long line, String id, String template);
    }

    /** Settings of a {@link Troubleshooter}; every one has a default. */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneOffset.UTC;
        private FrameLimits frameLimits = FrameLimits.DEFAULT;
        private InputLimits inputLimits = InputLimits.DEFAULT;
        private RedactionPolicy redaction = RedactionPolicy.strict();
        private @Nullable RuleSet rules;
        private Executor executor = Runnable::run;
        private int parallelism = 1;
        private @Nullable EvidenceLimits evidence;
        private final ConversationOptions conversations = new ConversationOptions();

        private Builder() {}

        /** Tells the year of log times without one, and how long an answer took; the system's by default. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** Zone of log times without one; UTC by default. */
        public Builder zone(ZoneId value) {
            this.zone = value;
            return this;
        }

        public Builder frameLimits(FrameLimits value) {
            this.frameLimits = value;
            return this;
        }

        public Builder inputLimits(InputLimits value) {
            this.inputLimits = value;
            return this;
        }

        /** What is redacted; everything by default. */
        public Builder redaction(RedactionPolicy value) {
            this.redaction = value;
            return this;
        }

        /** The rules in force; the built-in ones by default. */
        public Builder rules(RuleSet value) {
            this.rules = value;
            return this;
        }

        /**
         * Reads the parts of a source side by side.
         *
         * @param value runs the work; by default the calling thread does
         * @param threads how many parts may be in work at once, 1 or more
         */
        public Builder executor(Executor value, int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
            }
            this.executor = value;
            this.parallelism = threads;
            return this;
        }

        /**
         * Keeps the redacted lines of what is read, for {@link Analysis#evidence()}. Not done by default, but for
         * conversations, which keep {@link EvidenceLimits#DEFAULT} unless told otherwise here.
         */
        public Builder keepEvidence(EvidenceLimits value) {
            this.evidence = value;
            return this;
        }

        /** Answers conversations with a model; without one, rules answer. */
        public Builder model(ModelProvider provider, ModelSettings value) {
            conversations.provider = provider;
            conversations.model = value;
            return this;
        }

        /** What accounts may spend; without limit by default. */
        public Builder budgets(Budgets value) {
            conversations.budgets = value;
            return this;
        }

        /** How often accounts may ask a model; without limit by default. */
        public Builder rateLimit(RateLimit value) {
            conversations.rateLimit = value;
            return this;
        }

        /** Keeps answers of models for so long; nothing is kept by default. */
        public Builder cache(AnswerCache value, Duration timeToLive) {
            conversations.cache = value;
            conversations.cacheTime = timeToLive;
            return this;
        }

        /**
         * Whether a cached answer also serves evidence that has the same error groups and names the same things, once
         * everything in it has been checked against the new lines; not by default.
         */
        public Builder similarAnswers(boolean value) {
            conversations.similar = value;
            return this;
        }

        /** Tools for the model besides those over the evidence; none by default. */
        public Builder tools(List<Tool> value) {
            conversations.tools = List.copyOf(value);
            return this;
        }

        /**
         * Looks at questions, at the digest of the evidence and at answers, such as a guardrail does; nothing by default.
         * Answers are then shown once they are complete.
         */
        public Builder screen(TextScreen value) {
            conversations.screen = value;
            return this;
        }

        public Builder toolLimits(ToolLimits value) {
            conversations.toolLimits = value;
            return this;
        }

        /** Where conversations with an owner are stored; nowhere by default. */
        public Builder sessions(SessionStore value) {
            conversations.sessions = value;
            return this;
        }

        /**
         * Whether evidence and feedback that cannot be stored are refused; otherwise the conversation goes on without,
         * and they are stored when that is possible again. Not refused by default.
         */
        public Builder mustStore(boolean value) {
            conversations.mustStore = value;
            return this;
        }

        public Builder audit(AuditLog value) {
            conversations.audit = value;
            return this;
        }

        /** Which versions of prompts are used; the newest by default. */
        public Builder experiments(Experiments value) {
            conversations.experiments = value;
            return this;
        }

        public Troubleshooter build() {
            RuleSet inForce = rules == null ? RuleSet.builtIn() : rules;
            return new Troubleshooter(
                    new Settings(
                            clock, zone, frameLimits, inputLimits, redaction, inForce, executor, parallelism, evidence),
                    conversations.copy());
        }
    }
}
