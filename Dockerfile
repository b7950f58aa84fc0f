# syntax=docker/dockerfile:1
# The service as a container image. The jar is built before, once, and tested; this file only packs it:
#
#     mvn -DskipTests -pl troubleshooter-http -am package
#     docker build --build-arg REVISION="$(git rev-parse HEAD)" -t troubleshooter .
#
# The bases are named by tag here; release/base-images finds their digests, and release/image hands them over, so that
# what is released is built on what was checked. docs/release.md says how they are renewed.
ARG BUILD_BASE=docker.io/library/eclipse-temurin:25-jdk
ARG RUN_BASE=gcr.io/distroless/base-nossl-debian12:latest

FROM ${BUILD_BASE} AS build
ARG JAR=troubleshooter-http/target/tst-server.jar
COPY release/rootfs /build/rootfs
COPY ${JAR} /build/tst-server.jar
RUN ["/build/rootfs", "--jar", "/build/tst-server.jar", "--out", "/image", "--without-base"]

FROM ${RUN_BASE} AS common
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="troubleshooter" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

COPY --from=build /image/runtime/ /
# The only two that the service writes to; both are mounted, so that the rest may be read-only.
COPY --from=build /image/folders/ /
COPY --from=build /image/app/ /

# On AWS Lambda: --target lambda --build-arg JAR=troubleshooter-lambda/target/tst-lambda.jar
FROM common AS lambda
ENTRYPOINT ["/app/runtime/bin/java", "@/app/lambda.options"]
CMD ["io.troubleshooter.lambda.LambdaHandler::handleRequest"]

FROM common AS service
# Nobody, in group 0, to which the two folders belong: also a user chosen when it is started can write there.
USER 65532:0
WORKDIR /data
VOLUME ["/data", "/tmp"]
EXPOSE 8080
# Reachable from other machines, so nothing without a key or a token.
ENV TST_ACCESS_REQUIRED=true \
    TST_LISTEN_HOST=0.0.0.0 \
    TST_STORAGE_FILE=/data/tst-service.db

HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["/app/runtime/bin/java", "-XX:TieredStopAtLevel=1", "@/app/java.options", "health"]
ENTRYPOINT ["/app/runtime/bin/java", "@/app/java.options"]
CMD ["serve"]
