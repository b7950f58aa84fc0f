package io.troubleshooter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.troubleshooter.http.api.OpenApiDocument;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code openapi.yaml} promises, held against what is really answered. Thread-safe. */
public final class Contract {

    private static final String PROBLEM = "application/problem+json";

    private static final Contract INSTANCE = new Contract();

    private final JsonNode document = OpenApiDocument.read();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final JsonNode definitions;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** A path of the document; those without names in braces are tried first. */
    private record Template(String path, Pattern pattern) {}

    private Contract() {
        for (JsonNode holder : document.findParents("$ref")) {
            String there = holder.path("$ref").asText();
            ((ObjectNode) holder).put("$ref", there.replace("#/components/schemas/", "#/$defs/"));
        }
        definitions = document.at("/components/schemas");
        document.path("paths")
                .fieldNames()
                .forEachRemaining(path -> templates.add(new Template(
                        path, Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+")))));
        templates.sort((a, b) -> Long.compare(names(a), names(b)));
    }

    private static long names(Template template) {
        return template.path().chars().filter(c -> c == '{').count();
    }

    /** Fails where the answer is not as the document says. */
    public static void check(HttpResponse<?> answer) {
        check(answer, answer.body() instanceof String text ? text : null);
    }

    /** @param body null where it is not looked at */
    public static void check(HttpResponse<?> answer, @Nullable String body) {
        INSTANCE.answer(answer, body);
    }

    private void answer(HttpResponse<?> answer, @Nullable String body) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        String path = answer.request().uri().getPath();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        String name = method + " " + path + " -> " + answer.statusCode();
        Template template = template(path);
        JsonNode operation = template == null
                ? document.path("none")
                : document.path("paths").path(template.path()).path(method);
        if (template == null || operation.isMissingNode()) {
            if (answer.statusCode() >= 400 && !method.equals("head")) {
                problem(body, type, name);
            }
            return;
        }
        response(answer.statusCode(), body, "/paths/" + escaped(template.path()) + "/" + method, type, name);
    }

    private @Nullable Template template(String path) {
        for (Template each : templates) {
            if (each.pattern().matcher(path).matches()) {
                return each;
            }
        }
        return null;
    }

    private void problem(@Nullable String body, String type, String name) {
        expect(type.equals(PROBLEM), name + " has to be a problem and is " + type);
        body(body, "/components/schemas/Problem", name);
    }

    private void response(int status, @Nullable String body, String operation, String type, String name) {
        String pointer = operation + "/responses/" + status;
        JsonNode response = document.at(pointer);
        expect(!response.isMissingNode(), name + " is a status that openapi.yaml does not know for it: " + body);
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
            response = document.at(pointer);
        }
        JsonNode content = response.path("content");
        if (content.isEmpty() || content.has("*/*")) {
            return;
        }
        expect(content.has(type), name + " is " + type + ", which openapi.yaml does not know for it");
        if (type.endsWith("json")) {
            body(body, pointer + "/content/" + escaped(type) + "/schema", name);
        }
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    private void body(@Nullable String text, String pointer, String name) {
        if (text != null) {
            Set<ValidationMessage> wrong = schema(pointer).validate(text, InputFormat.JSON);
            expect(wrong.isEmpty(), name + " is not as openapi.yaml says: " + wrong + "\n" + text);
        }
    }

    /** Fails where the data of an event is not as the document says. */
    public static void checkEvent(String event, String data) {
        Set<ValidationMessage> wrong =
                INSTANCE.schema("/components/schemas/Event-" + event).validate(data, InputFormat.JSON);
        expect(wrong.isEmpty(), "event " + event + " is not as openapi.yaml says: " + wrong + "\n" + data);
    }

    /** A schema of the document by itself, with all that it may refer to. */
    private JsonSchema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, each -> {
            ObjectNode schema = document.at(each).deepCopy();
            return factory.getSchema(schema.set("$defs", definitions));
        });
    }

    /** Every schema of the document, compiled: fails where one of them is none. */
    static void compileAll() {
        INSTANCE.definitions.fieldNames().forEachRemaining(name -> compile("/components/schemas/" + name));
        for (Map.Entry<String, JsonNode> path : INSTANCE.document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String operation = "/paths/" + escaped(path.getKey()) + "/" + method.getKey();
                compileAll(operation, method.getValue().path("responses"));
            }
        }
    }

    private static void compileAll(String operation, JsonNode responses) {
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            for (Map.Entry<String, JsonNode> content :
                    response.getValue().path("content").properties()) {
                compile(operation + "/responses/" + response.getKey() + "/content/" + escaped(content.getKey())
                        + "/schema");
            }
        }
    }

    private static void compile(String pointer) {
        INSTANCE.schema(pointer).initializeValidators();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
