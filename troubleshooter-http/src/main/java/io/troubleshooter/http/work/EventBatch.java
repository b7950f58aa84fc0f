package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.work.EventLog.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Some events of a question, one after the other, as they are kept for other instances: packed, as most of an event is
 * text that comes again and again, and what is written is paid by its size.
 *
 * @param last whether nothing comes after them
 */
record EventBatch(List<Event> events, boolean last) {

    /** Of frames; the packed ones have to fit into a document. */
    static final int MAX_BYTES = 128 << 10;

    String write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("last", last);
        ArrayNode ids = json.putArray("ids");
        ArrayNode sizes = json.putArray("sizes");
        for (Event event : events) {
            ids.add(event.id());
            sizes.add(event.frame().length);
        }
        return json.put("frames", Base64.getEncoder().encodeToString(packed())).toString();
    }

    private byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (Event event : events) {
                out.write(event.frame());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is written to memory
        }
        return bytes.toByteArray();
    }

    static EventBatch read(String text) {
        JsonNode json = QuestionJson.parse(text);
        byte[] packed = Base64.getDecoder().decode(json.path("frames").asText());
        List<Event> events = new ArrayList<>();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            for (int i = 0; i < json.path("ids").size(); i++) {
                byte[] frame = in.readNBytes(json.path("sizes").path(i).asInt());
                events.add(new Event(json.path("ids").path(i).asLong(), frame));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("events that were kept are damaged", damaged);
        }
        return new EventBatch(events, json.path("last").asBoolean());
    }
}
