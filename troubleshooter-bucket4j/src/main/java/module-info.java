/** Rate limits by Bucket4j. */
module io.troubleshooter.bucket4j {
    requires transitive io.troubleshooter.core;
    requires io.github.bucket4j.core;
    requires static org.jspecify;

    exports io.troubleshooter.bucket4j;
}
