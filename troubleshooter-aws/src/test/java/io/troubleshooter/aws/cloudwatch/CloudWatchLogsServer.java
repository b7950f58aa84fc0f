package io.troubleshooter.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.troubleshooter.aws.AwsAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** CloudWatch Logs on the wire (awsJson 1.1), for tests: holds what it is given, answers as the service does, counts. */
public final class CloudWatchLogsServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GROUP_PAGE = 50;

    static {
        // Otherwise each answer waits some 40 ms for the client's acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final StoredLogs logs = new StoredLogs();
    private final QueryAnswers queries = new QueryAnswers(logs);
    private final TailAnswers tail = new TailAnswers();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile int pageSize = 10_000;
    private volatile int emptyPages;
    private volatile int polls = 1;
    private volatile long bytesPerEvent = 1_000;

    private record Fault(String type, int times) {}

    public CloudWatchLogsServer() {
        this(0);
    }

    /** @param port 0 for any */
    public CloudWatchLogsServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** How a client reaches it. */
    public AwsAccess access() {
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test-id", "test-key"));
        return new AwsAccess("eu-west-1", null, credentials, endpoint());
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public CloudWatchLogsServer group(String name) {
        logs.create(name);
        return this;
    }

    public CloudWatchLogsServer put(String group, String stream, Instant time, String message) {
        logs.put(group, stream, time.toEpochMilli(), message);
        return this;
    }

    /** Events arrive at a live tail. */
    public void arrive(String group, String stream, Instant time, String message, boolean sampled) {
        tail.arrive(logs.put(group, stream, time.toEpochMilli(), message), sampled);
    }

    public void endTail() {
        tail.end();
    }

    /** Cuts events into pages of {@code size}, each after {@code empty} pages with a token and no event. */
    public CloudWatchLogsServer pages(int size, int empty) {
        pageSize = size;
        emptyPages = empty;
        return this;
    }

    /** Lets a query say so often that it is running before it is done, and scan so much of each event. */
    public CloudWatchLogsServer queries(int running, long bytesOfEvent) {
        polls = running;
        bytesPerEvent = bytesOfEvent;
        return this;
    }

    /** The next {@code times} calls of an action are refused. */
    public CloudWatchLogsServer refuse(String action, String type, int times) {
        faults.put(action, new Fault(type, times));
        return this;
    }

    /** Actions in the order in which they were called, attempts after a refusal included. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public long calls(String action) {
        return calls.stream().filter(action::equals).count();
    }

    /** Bodies of the requests, in order. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** Ids of the queries that were stopped. */
    public List<String> stopped() {
        return queries.stopped();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String action = target.substring(target.indexOf('.') + 1);
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        requests.add(request);
        calls.add(action);
        try (exchange) {
            respond(exchange, action, request);
        }
    }

    private void respond(HttpExchange exchange, String action, JsonNode request) throws IOException {
        try {
            refuseIfAsked(action);
            if (action.equals("StartLiveTail")) {
                streamTail(exchange, request);
            } else {
                send(exchange, 200, answer(action, request).toString());
            }
        } catch (Refusal refusal) {
            send(exchange, refusal.status(), refusal.body());
        }
    }

    private void refuseIfAsked(String action) {
        Fault fault = faults.get(action);
        if (fault != null && fault.times() > 0) {
            faults.put(action, new Fault(fault.type(), fault.times() - 1));
            throw Refusal.of(fault.type());
        }
    }

    private JsonNode answer(String action, JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        String queryId = request.path("queryId").asText();
        return switch (action) {
            case "DescribeLogGroups" -> groups(request, answer);
            case "FilterLogEvents" -> new FilterAnswers(logs, pageSize, emptyPages).answer(request, answer);
            case "StartQuery" -> queries.start(request, answer);
            case "GetQueryResults" -> queries.results(queryId, polls, bytesPerEvent, answer);
            case "StopQuery" -> queries.stop(queryId, answer);
            case "GetLogRecord" -> record(request, answer);
            default -> throw Refusal.of("UnknownOperationException");
        };
    }

    private JsonNode record(JsonNode request, ObjectNode answer) {
        StoredLogs.Event event = logs.byPointer(request.path("logRecordPointer").asText());
        answer.putObject("logRecord").put("@message", event.message()).put("@logStream", event.stream());
        return answer;
    }

    private JsonNode groups(JsonNode request, ObjectNode answer) {
        String prefix = request.path("logGroupNamePrefix").asText("");
        String part = request.path("logGroupNamePattern").asText("").toLowerCase(Locale.ROOT);
        int from = request.path("nextToken").asInt(0);
        List<String> names = new ArrayList<>(logs.names());
        names.removeIf(name ->
                !name.startsWith(prefix) || !name.toLowerCase(Locale.ROOT).contains(part));
        ArrayNode groups = answer.putArray("logGroups");
        int to = Math.min(names.size(), from + GROUP_PAGE);
        for (String name : names.subList(from, to)) {
            String arn = "arn:aws:logs:eu-west-1:123456789012:log-group:" + name;
            groups.addObject()
                    .put("logGroupName", name)
                    .put("arn", arn + ":*")
                    .put("logGroupArn", arn)
                    .put("storedBytes", logs.size(name))
                    .put("retentionInDays", 30)
                    .put("logGroupClass", "STANDARD");
        }
        return to < names.size() ? answer.put("nextToken", String.valueOf(to)) : answer;
    }

    private void streamTail(HttpExchange exchange, JsonNode request) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.amazon.eventstream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            tail.answer(request, out);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        tail.end();
        server.stop(0);
        workers.shutdownNow();
    }
}
