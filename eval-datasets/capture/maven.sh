#!/usr/bin/env bash
# Maven builds that fail, and one that does not. Usage and surroundings: see lib.sh. The box has no network: what Maven
# needs must lie in the local repository ($MAVEN_REPOSITORY, default ~/.m2/repository) before, which a build of this
# project sees to.
# shellcheck source-path=SCRIPTDIR source=lib.sh
MAVEN_REPOSITORY=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
export MAVEN_REPOSITORY
. "$(dirname "$(realpath "$0")")/lib.sh"
need maven openjdk-17-jdk-headless

COMPILER=${COMPILER:-3.14.1}
SUREFIRE=${SUREFIRE:-3.5.4}
JUNIT=${JUNIT:-5.14.1}

# project MODULE...: a parent and its modules, with JUnit for tests.
project() {
    local module
    {
        cat << XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example.shop</groupId>
  <artifactId>shop</artifactId>
  <version>5.4.0</version>
  <packaging>pom</packaging>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <modules>
XML
        for module in "$@"; do echo "    <module>$module</module>"; done
        cat << XML
  </modules>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>$JUNIT</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>$COMPILER</version>
        <configuration><showWarnings>true</showWarnings><compilerArgs><arg>-Xlint:all</arg></compilerArgs></configuration>
      </plugin>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>$SUREFIRE</version>
      </plugin>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId>
        <version>${RESOURCES:-3.3.1}</version>
      </plugin>
    </plugins>
  </build>
</project>
XML
    } > pom.xml
    for module in "$@"; do module "$module"; done
}

module() {
    mkdir -p "$1/src/main/java/shop/$1" "$1/src/test/java/shop/$1"
    cat > "$1/pom.xml" << XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>com.example.shop</groupId><artifactId>shop</artifactId><version>5.4.0</version></parent>
  <artifactId>$1</artifactId>
  $(needs_of "$1")
</project>
XML
    cat > "$1/src/main/java/shop/$1/Service.java" << JAVA
package shop.$1;

import java.util.*;

public class Service {
    private List items = new ArrayList();

    public int count() { items.add("x"); return items.size(); }
}
JAVA
}

needs_of() {
    [ "$1" = "$FIRST" ] && return
    echo "<dependencies><dependency><groupId>com.example.shop</groupId><artifactId>$FIRST</artifactId><version>5.4.0</version></dependency></dependencies>"
}

build() {
    mkdir -p repository
    mount --bind "$MAVEN_REPOSITORY" repository
    mvn -B -o -ntp -Dmaven.repo.local=/srv/shop/repository "$@" 2>&1 || echo "mvn ended with status $?"
}

# A method was renamed in the first of four modules; the third still calls it by the old name. The log is full of
# warnings about raw types.
capture_maven_compile_error() {
    FIRST=common
    project common catalog orders web
    cat > orders/src/main/java/shop/orders/Order.java << 'JAVA'
package shop.orders;

public class Order {
    public int size() { return new shop.common.Service().itemCount(); }
}
JAVA
    build test-compile > "$KEEP_DIR/build.log"
}

# One test of forty fails; others pass although they log errors and stack traces.
capture_maven_test_fails_among_noise() {
    FIRST=payments
    project payments
    cat > payments/src/test/java/shop/payments/RetryTest.java << 'JAVA'
package shop.payments;

import static org.junit.jupiter.api.Assertions.*;

import java.util.logging.*;
import org.junit.jupiter.api.*;

class RetryTest {
    private static final Logger LOG = Logger.getLogger("shop.payments.Retry");

    @RepeatedTest(20)
    void logs_each_failed_attempt() {
        LOG.log(Level.SEVERE, "attempt failed, giving up", new java.net.ConnectException("Connection refused"));
        assertTrue(true);
    }

    @RepeatedTest(18)
    void survives_an_out_of_memory_of_the_printer() {
        LOG.log(Level.SEVERE, "printer failed", new OutOfMemoryError("Java heap space of the printer's stub"));
        assertEquals(1, new Service().count());
    }
}
JAVA
    cat > payments/src/test/java/shop/payments/RoundingTest.java << 'JAVA'
package shop.payments;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.*;

class RoundingTest {
    @Test
    void rounds_half_cents_up() { assertEquals(3, Math.round(2.5)); }

    @Test
    void rounds_negative_half_cents_away_from_zero() { assertEquals(-3, Math.round(-2.5), "refund of 2.5 cents"); }
}
JAVA
    build test > "$KEEP_DIR/build.log"
}

# A build that is well: deprecation warnings, tests that log stack traces, modules and classes named after errors.
capture_maven_success_noisy() {
    FIRST=errors
    project errors failures
    cat > errors/src/main/java/shop/errors/FatalErrorHandler.java << 'JAVA'
package shop.errors;

public class FatalErrorHandler {
    @Deprecated
    public Integer code() { return new Integer(7); }
}
JAVA
    cat > failures/src/test/java/shop/failures/FailureReportTest.java << 'JAVA'
package shop.failures;

import static org.junit.jupiter.api.Assertions.*;

import java.util.logging.*;
import org.junit.jupiter.api.*;

class FailureReportTest {
    @RepeatedTest(6)
    void error_page_shows_exception() {
        Logger.getLogger("shop.failures").log(Level.WARNING, "expected in this test", new IllegalStateException("ERROR: simulated crash"));
        assertEquals(1, new Service().count());
    }
}
JAVA
    build test > "$KEEP_DIR/build.log"
}

# A module stands in the parent's list whose folder was never committed.
capture_maven_module_missing() {
    FIRST=common
    project common catalog
    sed -i 's#<module>catalog</module>#<module>catalog</module><module>shipping</module>#' pom.xml
    build validate > "$KEEP_DIR/build.log"
}

run_cases "$@"
