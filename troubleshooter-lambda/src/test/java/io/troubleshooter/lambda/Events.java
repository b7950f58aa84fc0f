package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Events as AWS documents them, with made-up values. */
final class Events {

    private Events() {}

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of an HTTP API, or of a function URL where the stage is $default. */
    static ObjectNode two(String stage, String method, String rawPath, String query) {
        ObjectNode event = json("""
                {'version': '2.0', 'routeKey': '$default', 'rawPath': '', 'rawQueryString': '',
                 'headers': {'accept': '*/*', 'host': 'abc123.example.com', 'x-forwarded-for': '6.6.6.6, 198.51.100.7',
                             'x-forwarded-proto': 'https', 'content-type': 'text/plain'},
                 'requestContext': {'accountId': '111122223333', 'apiId': 'abc123', 'stage': '',
                   'http': {'method': '', 'path': '', 'protocol': 'HTTP/1.1', 'sourceIp': '198.51.100.7',
                            'userAgent': 'curl/8'},
                   'requestId': 'JKJaXmPLvHcESHA=', 'time': '21/Nov/2026:09:00:00 +0000', 'timeEpoch': 1795251600000},
                 'isBase64Encoded': false}
                """);
        event.put("rawPath", rawPath).put("rawQueryString", query);
        ObjectNode context = (ObjectNode) event.get("requestContext");
        context.put("stage", stage).withObject("/http").put("method", method).put("path", rawPath);
        return event;
    }

    static ObjectNode one(String method, String path) {
        ObjectNode event = json("""
                {'resource': '/{proxy+}', 'path': '', 'httpMethod': '',
                 'headers': {'Accept': '*/*', 'Host': 'abc123.example.com', 'Cookie': 'b=2'},
                 'multiValueHeaders': {'Accept': ['*/*'], 'Host': ['abc123.example.com'],
                                       'Cookie': ['a=1', 'b=2'], 'X-Forwarded-For': ['198.51.100.7, 10.0.0.1']},
                 'queryStringParameters': {'q': 'c d'}, 'multiValueQueryStringParameters': {'q': ['a&b', 'c d']},
                 'pathParameters': {'proxy': 'x'}, 'stageVariables': null,
                 'requestContext': {'accountId': '111122223333', 'stage': 'prod', 'path': '/prod/x',
                   'identity': {'sourceIp': '198.51.100.7', 'userAgent': 'curl/8'}, 'requestId': 'c6af9ac6'},
                 'body': null, 'isBase64Encoded': false}
                """);
        return event.put("path", path).put("httpMethod", method);
    }

    static ObjectNode balancer(String method, String path, Map<String, String> query) {
        ObjectNode event = json("""
                {'requestContext': {'elb': {'targetGroupArn': 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/t/1'}},
                 'httpMethod': '', 'path': '', 'queryStringParameters': {},
                 'headers': {'host': 'lb.example.com', 'x-forwarded-for': '6.6.6.6, 198.51.100.7',
                             'x-forwarded-port': '443', 'x-forwarded-proto': 'https'},
                 'body': '', 'isBase64Encoded': false}
                """);
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        query.forEach(values::put);
        event.set("queryStringParameters", values);
        return event.put("path", path).put("httpMethod", method);
    }

    static ObjectNode bearing(ObjectNode event, String key) {
        if (event.path("multiValueHeaders").isObject()) {
            event.withObject("/multiValueHeaders").putArray("Authorization").add("Bearer " + key);
        }
        event.withObject("/headers").put("authorization", "Bearer " + key);
        return event;
    }
}
