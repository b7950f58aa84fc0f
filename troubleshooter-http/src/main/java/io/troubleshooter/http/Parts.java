package io.troubleshooter.http;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.api.AuditApi;
import io.troubleshooter.http.api.BudgetsApi;
import io.troubleshooter.http.api.CostsApi;
import io.troubleshooter.http.api.DiagnoseApi;
import io.troubleshooter.http.api.EvidenceApi;
import io.troubleshooter.http.api.FeedbackApi;
import io.troubleshooter.http.api.HealthApi;
import io.troubleshooter.http.api.HooksApi;
import io.troubleshooter.http.api.MetricsApi;
import io.troubleshooter.http.api.OpenApi;
import io.troubleshooter.http.api.PageApi;
import io.troubleshooter.http.api.QuestionsApi;
import io.troubleshooter.http.api.RetentionApi;
import io.troubleshooter.http.api.SessionsApi;
import io.troubleshooter.http.api.UploadsApi;
import io.troubleshooter.http.api.UsageApi;
import io.troubleshooter.http.api.ViewsApi;
import io.troubleshooter.http.config.Memory;
import io.troubleshooter.http.config.ServiceConfig;
import io.troubleshooter.http.hook.AlertSessions;
import io.troubleshooter.http.hook.Deploys;
import io.troubleshooter.http.hook.HookGate;
import io.troubleshooter.http.hook.HookInbox;
import io.troubleshooter.http.hook.Notifier;
import io.troubleshooter.http.intake.EvidenceAnswer;
import io.troubleshooter.http.intake.Intake;
import io.troubleshooter.http.intake.LargeBodies;
import io.troubleshooter.http.intake.PageFetcher;
import io.troubleshooter.http.intake.Uploads;
import io.troubleshooter.http.page.Assets;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.SessionRooms;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.telemetry.AnswerSpan;
import io.troubleshooter.http.telemetry.Telemetry;
import io.troubleshooter.http.view.Comments;
import io.troubleshooter.http.view.Verdicts;
import io.troubleshooter.http.view.Views;
import io.troubleshooter.http.work.Lanes;
import io.troubleshooter.http.work.Models;
import io.troubleshooter.http.work.OneAnswer;
import io.troubleshooter.http.work.Questions;
import io.troubleshooter.http.work.Streams;
import io.troubleshooter.sqlite.SqliteStores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the service is made of, put together once. */
final class Parts implements AutoCloseable {

    /** For what was told to stop. */
    private static final long LAST_MILLIS = 2_000;

    private final ServiceConfig config;
    private final Clock clock;
    private final SqliteStores file;
    private final KeyRotation rotation;
    private final SessionStore sessions;
    private final Budgets budgets;
    private final AnswerCache cache;
    private final AuditLog audit;
    private final Documents documents;
    private final Telemetry telemetry;
    private final Troubleshooter troubleshooter;
    private final SessionRooms rooms;
    private final Workspaces workspaces;
    private final Notifier notifier;
    private final DiagnosisListener told;
    private final Deploys deploys;
    private final Doors doors;
    private final Lanes lanes;
    private final Models models;
    private final Questions questions;
    private final Streams streams;
    private final Verdicts verdicts;
    private final Comments comments;
    private final Uploads uploads;
    private final PageFetcher pages;
    private final LargeBodies large;
    private final Intake intake;
    private final OneAnswer oneAnswer;

    Parts(ServiceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        Memory memory = Memory.of(config.sessions());
        this.file = Ledger.open(config, clock);
        this.rotation = KeyRotation.start(file);
        this.sessions = file.sessions();
        this.budgets = file.budgets();
        this.cache = file.cache();
        this.audit = file.audit();
        this.telemetry = Telemetry.start(config.telemetry(), Version.OF_THIS_BUILD);
        this.documents = file.documents();
        this.verdicts = new Verdicts(documents, clock);
        this.comments = new Comments(documents, clock);
        this.models = Models.open(config.model(), clock);
        Troubleshooter.Builder builder = Troubleshooter.builder()
                .clock(clock)
                .sessions(sessions)
                .mustStore(true)
                .keepEvidence(new EvidenceLimits(memory.evidence()))
                .inputLimits(Intake.inputLimits(config.limits()))
                .audit(audit);
        models.join(builder, budgets, cache, telemetry::watching);
        this.troubleshooter = builder.build();
        this.rooms = new SessionRooms(config, troubleshooter, sessions, documents, audit, this::cleaners, clock);
        this.workspaces = rooms.workspaces();
        this.notifier = new Notifier(config.hooks(), config.listen().publicUrl(), Notifier.WAITS, documents, clock);
        this.told = DiagnosisListener.all(List.of(rooms.digests(), notifier));
        this.deploys = new Deploys(documents, config.sessions().retention(), clock);
        this.doors = new Doors(config, documents, budgets, audit, rooms.links(), clock);
        this.lanes = new Lanes(config.limits());
        this.uploads = new Uploads(documents, config.limits(), clock);
        this.pages = new PageFetcher(config.fetch());
        this.large = new LargeBodies(
                memory.reading(), memory.evidence(), config.limits().patience());
        this.intake = new Intake(config.limits(), large, pages, clock);
        this.questions = new Questions(config.limits(), lanes, documents, workspaces, told, this::watched, clock);
        this.streams = new Streams(questions, config.limits());
        this.oneAnswer = new OneAnswer(lanes, this::watched);
    }

    private Answer watched(AnswerListener listener, Function<AnswerListener, Answer> ask) {
        try (AnswerSpan span = telemetry.answer(listener)) {
            Answer answer = ask.apply(span);
            telemetry.answered(answer);
            return answer;
        }
    }

    /** What to remove together with a session; each kind of thing that is kept for sessions adds its own. */
    List<SessionCleaner> cleaners() {
        return List.of(doors.idempotency(), questions, verdicts, comments, uploads);
    }

    Documents documents() {
        return documents;
    }

    AuditLog audit() {
        return audit;
    }

    Doors doors() {
        return doors;
    }

    Watch watch() {
        return new Watch(telemetry);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthApi(documents, clock, Version.OF_THIS_BUILD).routes());
        routes.addAll(new OpenApi().routes());
        routes.addAll(doors.routes());
        routes.addAll(new UsageApi(budgets, audit, sessions, clock).routes());
        routes.addAll(new BudgetsApi(budgets, doors.trail()).routes());
        routes.addAll(new AuditApi(audit).routes());
        routes.addAll(new CostsApi(audit, clock).routes());
        routes.addAll(new RetentionApi(rooms.retention(), rooms.sweep(), doors.trail()).routes());
        routes.addAll(new PageApi(Assets.load()).routes());
        routes.addAll(new ViewsApi(workspaces, new Views(), deploys).routes());
        routes.addAll(new DiagnoseApi(troubleshooter, intake, lanes, models, oneAnswer).routes());
        EvidenceAnswer brought = new EvidenceAnswer(rooms.view(), told, telemetry);
        routes.addAll(new EvidenceApi(workspaces, intake, brought, lanes).routes());
        routes.addAll(new UploadsApi(workspaces, uploads, brought, lanes, large, config.limits()).routes());
        routes.addAll(new FeedbackApi(workspaces, verdicts, comments).routes());
        routes.addAll(new SessionsApi(rooms.desk()).routes());
        routes.addAll(new QuestionsApi(workspaces, questions, streams, models).routes());
        routes.addAll(hooks());
        routes.addAll(new MetricsApi(telemetry, config.telemetry().metricsOpen()).routes());
        return routes;
    }

    private List<Route> hooks() {
        HookGate gate = new HookGate(config.hooks(), doors.gate(), documents, clock);
        AlertSessions alerts = new AlertSessions(workspaces, lanes, told, documents, deploys, clock);
        return new HooksApi(gate, new HookInbox(alerts, clock)).routes();
    }

    private void showLoad() {
        telemetry.gauge(
                "tst.work.running",
                "Work on evidence and answers",
                () -> lanes.load().working() + lanes.load().models());
        telemetry.gauge(
                "tst.work.waiting",
                "Work that waits for its turn",
                () -> lanes.load().waiting() + lanes.load().modelsWaiting());
        telemetry.gauge("tst.sessions.open", "Sessions in memory", rooms::open);
        telemetry.gauge("tst.streams.open", "Streams of events", streams::open);
    }

    /** Goes on with what was not over when the service ended. */
    void begin() {
        showLoad();
        rooms.start();
        questions.takeUp();
        notifier.takeUp();
    }

    /** Takes nothing new, and lets what is at work end; what does not end in time is taken up at the next start. */
    void drain() {
        lanes.stop();
        long end = System.nanoTime() + config.limits().shutdown().toNanos();
        try {
            questions.stop(config.limits().shutdown().toMillis());
            if (!lanes.awaitIdle(Math.max(0, (end - System.nanoTime()) / 1_000_000))) {
                oneAnswer.stop();
                lanes.awaitIdle(LAST_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        streams.close();
    }

    @Override
    public void close() {
        notifier.close();
        rooms.close();
        models.close();
        pages.close();
        telemetry.close();
        rotation.close();
        file.close();
    }
}
