package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names of spans, metrics and attributes. Those that begin with {@code gen_ai} follow OpenTelemetry's conventions for
 * generative AI as of version 1.41.1, which are not stable; they stand nowhere else. Content is never recorded.
 */
final class Names {

    static final String SCOPE = "io.troubleshooter";

    static final AttributeKey<String> HTTP_METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");
    static final String HTTP_DURATION = "http.server.request.duration";
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<Long> REQUEST_MAX_TOKENS = AttributeKey.longKey("gen_ai.request.max_tokens");
    static final AttributeKey<String> RESPONSE_MODEL = AttributeKey.stringKey("gen_ai.response.model");
    static final AttributeKey<String> FINISH_REASON = AttributeKey.stringKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<Long> CACHE_READ = AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
    static final AttributeKey<Long> CACHE_WRITE = AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens");
    static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
    static final String TOKENS = "gen_ai.client.token.usage";
    static final String CALL_DURATION = "gen_ai.client.operation.duration";

    static final AttributeKey<String> STAGE = AttributeKey.stringKey("tst.stage");
    static final AttributeKey<String> KIND = AttributeKey.stringKey("tst.redaction.kind");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("tst.outcome");
    static final AttributeKey<String> ANALYST = AttributeKey.stringKey("tst.analyst");
    static final AttributeKey<String> PROMPT_VERSION = AttributeKey.stringKey("tst.prompt.version");
    static final String STAGE_DURATION = "tst.stage.duration";
    static final String ANSWERS = "tst.answers";
    static final String COST = "tst.llm.cost.usd";
    static final String CITATIONS = "tst.citations";
    static final String PROBLEMS = "tst.problems";
    static final String REDACTIONS = "tst.redactions";

    private Names() {}

    /** As the conventions name providers. */
    static String provider(String id) {
        return id.equals("bedrock") ? "aws.bedrock" : id;
    }
}
