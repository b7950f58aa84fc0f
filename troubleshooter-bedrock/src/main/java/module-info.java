/** Models on Amazon Bedrock. */
module io.troubleshooter.bedrock {
    requires transitive io.troubleshooter.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires org.reactivestreams;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.nio.netty;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.bedrockruntime;
    requires software.amazon.awssdk.utils;
    requires static org.jspecify;

    exports io.troubleshooter.bedrock;
}
