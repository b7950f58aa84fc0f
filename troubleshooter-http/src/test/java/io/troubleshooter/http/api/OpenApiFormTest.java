package io.troubleshooter.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What OpenAPI 3.1 asks of any document; and that the examples are what they are examples of. */
class OpenApiFormTest {

    private static final Set<String> PATH_FIELDS = Set.of(
            "$ref",
            "summary",
            "description",
            "parameters",
            "servers",
            "get",
            "put",
            "post",
            "delete",
            "options",
            "head",
            "patch",
            "trace");
    private static final Set<String> OPERATION_FIELDS = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "deprecated",
            "security",
            "servers");
    private static final Set<String> PARAMETER_FIELDS = Set.of(
            "name",
            "in",
            "description",
            "required",
            "deprecated",
            "allowEmptyValue",
            "style",
            "explode",
            "allowReserved",
            "schema",
            "content",
            "example",
            "examples");
    private static final Set<String> COMPONENTS = Set.of(
            "schemas",
            "responses",
            "parameters",
            "examples",
            "requestBodies",
            "headers",
            "securitySchemes",
            "links",
            "callbacks",
            "pathItems");

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final ObjectNode document = OpenApiDocument.read();

    private static void only(JsonNode node, Set<String> allowed, String where) {
        node.fieldNames()
                .forEachRemaining(name -> assertThat(allowed.contains(name) || name.startsWith("x-"))
                        .as(where + " " + name)
                        .isTrue());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    @Test
    void hasTheFieldsOfADocumentAndNoOthers() {
        only(
                document,
                Set.of(
                        "openapi",
                        "info",
                        "jsonSchemaDialect",
                        "servers",
                        "paths",
                        "webhooks",
                        "components",
                        "security",
                        "tags",
                        "externalDocs"),
                "document");
        assertThat(document.path("openapi").asText()).matches("3\\.1\\.[0-9]+");
        assertThat(document.at("/info/title").asText()).isNotEmpty();
        assertThat(document.at("/info/version").asText()).isNotEmpty();
        only(document.path("components"), COMPONENTS, "components");
    }

    @Test
    void pathsAndOperationsHaveTheirFieldsAndNoOthers() {
        Set<String> tags = Set.copyOf(document.path("tags").findValuesAsText("name"));
        document.path("paths").properties().forEach(path -> {
            assertThat(path.getKey()).startsWith("/");
            only(path.getValue(), PATH_FIELDS, path.getKey());
            path.getValue().path("parameters").forEach(each -> parameter(each, path.getKey()));
            OpenApiDocument.operations(path.getValue()).forEach(each -> {
                String where = each.method() + " " + path.getKey();
                only(each.json(), OPERATION_FIELDS, where);
                each.json()
                        .path("tags")
                        .forEach(tag -> assertThat(tags).as(where).contains(tag.asText()));
                each.json().path("parameters").forEach(parameter -> parameter(parameter, where));
                each.json().path("security").forEach(this::security);
                body(each.json().path("requestBody"), where);
                each.json().path("responses").properties().forEach(one -> response(one, where));
            });
        });
    }

    private void parameter(JsonNode given, String where) {
        JsonNode parameter = resolved(given);
        only(parameter, PARAMETER_FIELDS, where);
        assertThat(parameter.path("in").asText()).as(where).isIn("query", "header", "path", "cookie");
        assertThat(parameter.path("name").asText()).as(where).isNotEmpty();
        assertThat(parameter.has("schema") || parameter.has("content"))
                .as(where)
                .isTrue();
        if (parameter.path("in").asText().equals("path")) {
            assertThat(parameter.path("required").asBoolean()).as(where).isTrue();
        }
    }

    private void security(JsonNode requirement) {
        requirement
                .fieldNames()
                .forEachRemaining(name -> assertThat(document.at("/components/securitySchemes/" + name)
                                .isObject())
                        .as(name)
                        .isTrue());
    }

    private void body(JsonNode given, String where) {
        JsonNode body = resolved(given);
        if (!body.isMissingNode()) {
            only(body, Set.of("description", "content", "required"), where);
            assertThat(body.path("content").isObject()).as(where).isTrue();
            content(body.path("content"), where);
        }
    }

    private void response(Map.Entry<String, JsonNode> entry, String where) {
        JsonNode response = resolved(entry.getValue());
        String name = where + " " + entry.getKey();
        assertThat(entry.getKey()).as(name).matches("[1-5][0-9X]{2}|default");
        only(response, Set.of("description", "headers", "content", "links"), name);
        assertThat(response.path("description").asText()).as(name).isNotEmpty();
        response.path("headers").forEach(header -> {
            only(
                    resolved(header),
                    Set.of(
                            "description",
                            "required",
                            "deprecated",
                            "style",
                            "explode",
                            "schema",
                            "example",
                            "examples"),
                    name);
            assertThat(resolved(header).has("schema")).as(name).isTrue();
        });
        content(response.path("content"), name);
    }

    private void content(JsonNode content, String where) {
        content.properties().forEach(type -> {
            only(type.getValue(), Set.of("schema", "example", "examples", "encoding"), where + " " + type.getKey());
            JsonNode example = type.getValue().path("example");
            if (!example.isMissingNode()) {
                valid(example, type.getValue().path("schema"), where);
            }
            type.getValue().path("examples").forEach(one -> {
                assertThat(one.has("value")).as(where).isTrue();
                valid(one.path("value"), type.getValue().path("schema"), where);
            });
        });
    }

    @Test
    void examplesInSchemasAreValid() {
        for (JsonNode holder : document.findParents("examples")) {
            if (holder.path("examples").isArray()) {
                holder.path("examples").forEach(each -> valid(each, holder, holder.toString()));
            }
        }
        for (JsonNode holder : document.findParents("example")) {
            if (holder.has("schema")) {
                valid(holder.path("example"), holder.path("schema"), holder.toString());
            }
        }
    }

    private void valid(JsonNode example, JsonNode schema, String where) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", document.path("components"));
        assertThat(factory.getSchema(alone).validate(example)).as(where).isEmpty();
    }
}
