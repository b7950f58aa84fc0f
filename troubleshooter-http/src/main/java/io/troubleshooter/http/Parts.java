package io.troubleshooter.http;

import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.api.AuditApi;
import io.troubleshooter.http.api.BudgetsApi;
import io.troubleshooter.http.api.CloudWatchApi;
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
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.intake.EvidenceAnswer;
import io.troubleshooter.http.logs.LogGroups;
import io.troubleshooter.http.page.Assets;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.SessionRooms;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.view.Comments;
import io.troubleshooter.http.view.Verdicts;
import io.troubleshooter.http.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the service is made of, put together once. */
final class Parts implements AutoCloseable {

    private final ServiceConfig config;
    private final Clock clock;
    private final Stores stores;
    private final Instances instances;
    private final LogGroups logs;
    private final Engine engine;
    private final SessionRooms rooms;
    private final Notifier notifier;
    private final DiagnosisListener told;
    private final Deploys deploys;
    private final Doors doors;
    private final Counter counter;
    private final Workshop workshop;
    private final Verdicts verdicts;
    private final Comments comments;

    Parts(ServiceConfig config, Stores stores, Instances.Pace pace, Clock clock) {
        Memory memory = Memory.of(config.sessions());
        this.config = config;
        this.clock = clock;
        this.stores = stores;
        this.instances =
                stores.shared() ? Instances.sharing(documents(), clock, pace) : Instances.alone(documents(), clock);
        this.logs = LogGroups.open(config.cloudwatch(), stores.audit(), clock);
        this.engine = new Engine(config, stores, logs.tools(), memory.evidence(), clock);
        this.rooms = new SessionRooms(
                config,
                engine.troubleshooter(),
                stores.sessions(),
                documents(),
                stores.audit(),
                this::cleaners,
                instances,
                clock);
        this.notifier = new Notifier(
                config.hooks(), config.listen().publicUrl(), Notifier.WAITS, documents(), instances, clock);
        this.told = DiagnosisListener.all(List.of(rooms.digests(), notifier));
        this.deploys = new Deploys(documents(), config.sessions().retention(), clock);
        this.doors = new Doors(config, stores, rooms.links(), instances, clock);
        this.counter = Counter.open(config, memory, stores, logs, clock);
        this.workshop = new Workshop(config.limits(), documents(), rooms.workspaces(), told, engine, instances, clock);
        this.verdicts = new Verdicts(documents(), clock);
        this.comments = new Comments(documents(), clock);
    }

    /** What to remove together with a session; each kind of thing that is kept for sessions adds its own. */
    private List<SessionCleaner> cleaners() {
        return List.of(doors.idempotency(), workshop.questions(), verdicts, comments, counter.uploads());
    }

    Documents documents() {
        return stores.documents();
    }

    AuditLog audit() {
        return stores.audit();
    }

    Doors doors() {
        return doors;
    }

    Watch watch() {
        return new Watch(engine.telemetry());
    }

    List<Route> routes() {
        return Stream.of(ofTheService(), ofSessions(), ofAdministrators(), ofPrograms())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> ofTheService() {
        return all(
                new HealthApi(workshop.lanes()::stopping, stores::check, clock, Version.OF_THIS_BUILD).routes(),
                new OpenApi().routes(),
                new PageApi(Assets.load(), doors.pagePolicy()).routes(),
                doors.routes(),
                new MetricsApi(engine.telemetry(), config.telemetry().metricsOpen()).routes());
    }

    private List<Route> ofSessions() {
        Workspaces workspaces = rooms.workspaces();
        EvidenceAnswer brought = new EvidenceAnswer(rooms.view(), told, engine.telemetry());
        return all(
                new SessionsApi(rooms.desk()).routes(),
                new EvidenceApi(workspaces, counter.intake(), brought, workshop.changes()).routes(),
                new UploadsApi(
                                workspaces,
                                counter.uploads(),
                                brought,
                                workshop.changes(),
                                counter.large(),
                                config.limits())
                        .routes(),
                new CloudWatchApi(logs).routes(),
                new QuestionsApi(workspaces, workshop.questions(), workshop.streams(), engine.models()).routes(),
                new ViewsApi(workspaces, new Views(), deploys).routes(),
                new FeedbackApi(workspaces, verdicts, comments).routes());
    }

    private List<Route> ofAdministrators() {
        return all(
                new UsageApi(stores.budgets(), stores.audit(), stores.sessions(), clock).routes(),
                new BudgetsApi(stores.budgets(), doors.trail()).routes(),
                new AuditApi(stores.audit()).routes(),
                new CostsApi(stores.audit(), clock).routes(),
                new RetentionApi(rooms.retention(), rooms.sweep(), doors.trail()).routes());
    }

    private List<Route> ofPrograms() {
        HookGate gate = new HookGate(config.hooks(), doors.gate(), documents(), clock);
        AlertSessions alerts = new AlertSessions(
                rooms.workspaces(), workshop.changes(), told, documents(), deploys, instances.locks(), clock);
        return all(
                new HooksApi(gate, new HookInbox(alerts, clock)).routes(),
                new DiagnoseApi(
                                engine.troubleshooter(),
                                counter.intake(),
                                workshop.lanes(),
                                engine.models(),
                                workshop.oneAnswer())
                        .routes());
    }

    @SafeVarargs
    private static List<Route> all(List<Route>... kinds) {
        return Arrays.stream(kinds).flatMap(List::stream).toList();
    }

    /** Goes on with what was not over when the service ended. */
    void begin() {
        workshop.showLoad(engine.telemetry());
        engine.telemetry().gauge("tst.sessions.open", "Sessions in memory", rooms::open);
        instances.start();
        rooms.start();
        workshop.questions().takeUp();
        notifier.takeUp();
    }

    /** Whether nothing is at work, or waits for its turn, within so long. */
    boolean awaitIdle(Duration most) throws InterruptedException {
        return workshop.awaitIdle(most.toMillis());
    }

    /** Takes nothing new, and lets what is at work end. */
    void drain() {
        logs.stop();
        workshop.drain();
        instances.close();
    }

    @Override
    public void close() {
        instances.close();
        notifier.close();
        rooms.close();
        counter.close();
        engine.close();
        logs.close();
        stores.close();
    }
}
