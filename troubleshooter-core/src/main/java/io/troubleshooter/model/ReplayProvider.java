package io.troubleshooter.model;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plays recorded replies back, for tests and evaluation, and keeps every request it got.
 *
 * <p>A recording is a JSON file or a folder of them, taken in the order of their names. A file holds one reply, an array
 * of replies, or an object with a field {@code replies} (and whatever notes beside it):
 *
 * <pre>{@code
 * { "note": "scripted, not recorded from a model",
 *   "replies": [
 *     { "stage": "triage",
 *       "parts": [ { "call": { "id": "c1", "name": "search", "arguments": { "text": "refused" } } } ],
 *       "usage": { "input": 900, "output": 40, "cacheRead": 0, "cacheWrite": 0 } },
 *     { "fault": "throttled", "retried": true },
 *     { "forcedTool": "report",
 *       "parts": [ { "text": "Let me see." },
 *                  { "call": { "id": "c2", "name": "report", "arguments": "not even JSON" } } ],
 *       "stop": "max_tokens", "delayMs": 20 } ] }
 * }</pre>
 *
 * <p>For each request, the first reply plays that has not yet played out in this conversation and whose conditions hold.
 * A conversation is told by the request's metadata {@value #CONVERSATION}; requests without it share one. Fields of a
 * reply, all optional but one of {@code parts} and {@code fault}:
 *
 * <ul>
 *   <li>{@code stage}: only for requests whose metadata {@value #STAGE} has this value
 *   <li>{@code forcedTool}: only for requests that force this tool
 *   <li>{@code times}: how often it plays, 1 if absent; {@code endless: true} for ever
 *   <li>{@code parts}: {@code {"text": ...}}, {@code {"call": {"id", "name", "arguments"}}} with the arguments as an object
 *       or as the raw string that the model wrote, {@code {"opaque": ...}}
 *   <li>{@code stop}: a {@link ModelReply.Stop} in small letters; {@code tool_call} or {@code end} if absent
 *   <li>{@code usage}: {@code input, output, cacheRead, cacheWrite, estimated}; estimated if absent
 *   <li>{@code delayMs}: before the first piece
 *   <li>{@code fault}: a {@link RecordedReply.Fault.Kind} in small letters, with {@code after} (characters of the parts
 *       that still arrive before a {@code cut}), {@code retryAfterMs}, and {@code retried: true} where the provider tries
 *       again by itself: the sink is told to restart if it has seen anything, and the next fitting reply plays
 * </ul>
 *
 * <p>When nothing is left to play, the call is {@link ModelException.Unavailable}.
 */
public final class ReplayProvider implements ModelProvider {

    /** Key of the metadata that tells conversations apart. */
    public static final String CONVERSATION = "conversation";

    /** Key of the metadata that names the stage of the loop. */
    public static final String STAGE = "stage";

    private final List<RecordedReply> replies;
    private final ModelCatalog catalog;
    private final int fragment;
    private final List<ModelRequest> requests = new ArrayList<>();
    private final Map<String, int[]> played = new HashMap<>();

    /** With the built-in catalog and fragments of 16 characters. */
    public ReplayProvider(List<RecordedReply> replies) {
        this(replies, ModelCatalog.builtIn(), 16);
    }

    /**
     * With a catalog and fragments of one's own.
     *
     * @param fragment characters of the pieces that a sink gets, 1 or more
     */
    public ReplayProvider(List<RecordedReply> replies, ModelCatalog catalog, int fragment) {
        this.replies = List.copyOf(replies);
        this.catalog = catalog;
        this.fragment = Math.max(1, fragment);
    }

    /**
     * Plays a recording.
     *
     * @param recording a file, or a folder whose {@code .json} files are played in the order of their names
     * @throws TroubleshooterException if it cannot be read or is no recording
     */
    public static ReplayProvider from(Path recording) {
        List<RecordedReply> replies = new ArrayList<>();
        for (Path file : files(recording)) {
            replies.addAll(RecordedReplyJson.read(content(file), String.valueOf(file.getFileName())));
        }
        return new ReplayProvider(replies);
    }

    /** Plays a recording given as JSON. */
    public static ReplayProvider of(String json) {
        return new ReplayProvider(RecordedReplyJson.read(json, "given"));
    }

    private static List<Path> files(Path recording) {
        if (!Files.isDirectory(recording)) {
            return List.of(recording);
        }
        try (Stream<Path> entries = Files.list(recording)) {
            return entries.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static TroubleshooterException unreadable() {
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT, "A recording of replies cannot be read.", "Check its path and its encoding.");
    }

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public ModelCard card(String model) {
        return catalog.card(model);
    }

    /** Every request so far, in order. */
    public synchronized List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
        keep(request);
        try (Deadline deadline = Deadline.start(limits)) {
            Playback playback = new Playback(request, sink, deadline, fragment);
            ModelReply reply = null;
            while (reply == null) {
                reply = playback.play(next(request));
            }
            return reply;
        }
    }

    private synchronized void keep(ModelRequest request) {
        requests.add(request);
    }

    private synchronized RecordedReply next(ModelRequest request) {
        String conversation = request.metadata().getOrDefault(CONVERSATION, "");
        int[] counts = played.computeIfAbsent(conversation, c -> new int[replies.size()]);
        for (int i = 0; i < counts.length; i++) {
            RecordedReply reply = replies.get(i);
            if (counts[i] < reply.times() && reply.fits(request)) {
                counts[i]++;
                return reply;
            }
        }
        throw new ModelException.Unavailable(
                "The recording has no further reply for this request.", "Record more.", null, TokenUsage.NONE);
    }
}
