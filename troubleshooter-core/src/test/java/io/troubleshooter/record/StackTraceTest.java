package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.record.StackTrace.Frame;
import io.troubleshooter.record.StackTrace.Thrown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces of each language become a chain of exceptions, outermost first, each with its frames, innermost first. */
class StackTraceTest {

    @Test
    void javaChainEndsWithTheDeepestCause() {
        StackTrace trace = trace("""
                java.lang.IllegalStateException: cannot start
                \tat org.springframework.boot.Loader.run(Loader.java:10)
                \tat com.example.App.main(App.java:7)
                \tSuppressed: java.lang.RuntimeException: close failed
                \t\tat com.example.Other.close(Other.java:1)
                Caused by: java.net.ConnectException: Connection refused
                \tat java.base/sun.nio.ch.Net.connect(Net.java:5)
                \tat com.example.Db.open(Db.java:42)
                \t... 12 more""");

        assertThat(trace.language()).isEqualTo("java");
        assertThat(types(trace)).containsExactly("java.lang.IllegalStateException", "java.net.ConnectException");
        assertThat(trace.deepest().message()).hasToString("Connection refused");
        assertThat(trace.deepest().line()).isEqualTo(6);
        assertThat(frames(trace.deepest()))
                .containsExactly("sun.nio.ch.Net.connect Net.java 5", "com.example.Db.open Db.java 42 app");
        assertThat(frames(trace.chain().get(0))).hasSize(2);
    }

    @Test
    void pythonChainPutsTheCauseLast() {
        StackTrace trace = trace("""
                Traceback (most recent call last):
                  File "/app/db.py", line 3, in connect
                    sock.connect()
                  File "/usr/lib/python3.11/site-packages/sock.py", line 9, in connect
                    raise x
                ConnectionRefusedError: [Errno 111] Connection refused

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/app/main.py", line 8, in <module>
                    run()
                    ^^^^^
                RuntimeError: no database""");

        assertThat(trace.language()).isEqualTo("python");
        assertThat(types(trace)).containsExactly("RuntimeError", "ConnectionRefusedError");
        assertThat(trace.deepest().message()).hasToString("[Errno 111] Connection refused");
        assertThat(frames(trace.deepest()))
                .containsExactly("connect /usr/lib/python3.11/site-packages/sock.py 9", "connect /app/db.py 3 app");
    }

    @Test
    void nodeTraceFollowsTheCause() {
        StackTrace trace = trace("""
                Error: query failed
                    at run (/app/db.js:10:11)
                    at async Server.<anonymous> (/app/node_modules/pg/lib/client.js:5:1) {
                  [cause]: Error: connect ECONNREFUSED 127.0.0.1:5432
                      at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1494:16) {
                    code: 'ECONNREFUSED'
                  }
                }""");

        assertThat(trace.language()).isEqualTo("node");
        assertThat(trace.deepest().message()).hasToString("connect ECONNREFUSED 127.0.0.1:5432");
        assertThat(frames(trace.chain().get(0)).get(0)).isEqualTo("run /app/db.js 10 app");
    }

    @Test
    void goTraceHasTheFramesOfThePanickingGoroutineOnly() {
        StackTrace trace = trace("""
                panic: runtime error: index out of range [5] with length 3

                goroutine 1 [running]:
                main.handle(0xc000, {0x1, 0x2})
                \t/app/main.go:12 +0x1d
                net/http.HandlerFunc.ServeHTTP(0x1)
                \t/usr/local/go/src/net/http/server.go:2136 +0x29

                goroutine 7 [select]:
                main.other()
                \t/app/other.go:3 +0x1
                exit status 2""");

        assertThat(types(trace)).containsExactly("panic");
        assertThat(frames(trace.deepest()))
                .containsExactly(
                        "main.handle /app/main.go 12 app",
                        "net/http.HandlerFunc.ServeHTTP /usr/local/go/src/net/http/server.go 2136");
    }

    @Test
    void dotnetInnerExceptionIsTheDeepest() {
        StackTrace trace = trace("""
                Unhandled exception. System.InvalidOperationException: outer
                 ---> System.Net.Sockets.SocketException (111): Connection refused
                   at System.Net.Sockets.Socket.Connect(EndPoint e)
                   --- End of inner exception stack trace ---
                   at Shop.Db.Open(String s) in /src/Db.cs:line 31
                   at Shop.Program.Main(String[] args) in /src/Program.cs:line 4""");

        assertThat(trace.language()).isEqualTo("dotnet");
        assertThat(types(trace))
                .containsExactly("System.InvalidOperationException", "System.Net.Sockets.SocketException");
        assertThat(frames(trace.deepest())).containsExactly("System.Net.Sockets.Socket.Connect null 0");
        assertThat(frames(trace.chain().get(0)).get(0)).isEqualTo("Shop.Db.Open /src/Db.cs 31 app");
    }

    @Test
    void rubyTraceNamesTypeAndMessage() {
        StackTrace trace = trace("""
                /app/worker.rb:12:in 'Integer#/': divided by 0 (ZeroDivisionError)
                \tfrom /app/worker.rb:12:in 'run'
                \tfrom /usr/lib/ruby/gems/3.3/gems/sidekiq/job.rb:5:in 'call'""");

        assertThat(trace.language()).isEqualTo("ruby");
        assertThat(types(trace)).containsExactly("ZeroDivisionError");
        assertThat(trace.deepest().message()).hasToString("divided by 0");
        assertThat(trace.deepest().frames()).extracting(Frame::inApp).containsExactly(true, true, false);
    }

    @Test
    void rustPanicTakesItsMessageFromTheNextLine() {
        StackTrace trace = trace("""
                thread 'main' panicked at src/main.rs:2:5:
                index out of bounds: the len is 3 but the index is 5
                stack backtrace:
                   0: core::panicking::panic
                             at /rustc/abc/library/core/src/panicking.rs:64:14
                   1: my_app::run
                             at ./src/main.rs:2:5
                note: run with `RUST_BACKTRACE=full`""");

        assertThat(trace.language()).isEqualTo("rust");
        assertThat(trace.deepest().message()).hasToString("index out of bounds: the len is 3 but the index is 5");
        assertThat(frames(trace.deepest())).contains("my_app::run ./src/main.rs 2 app");
    }

    @Test
    void phpTraceReadsNumberedFrames() {
        StackTrace trace = trace("""
                PHP Fatal error:  Uncaught PDOException: Connection refused in /app/db.php:12
                Stack trace:
                #0 /app/db.php(12): PDO->__construct('mysql')
                #1 /app/vendor/x/run.php(3): Db->open()
                #2 {main}
                  thrown in /app/db.php on line 12""");

        assertThat(types(trace)).containsExactly("PDOException");
        assertThat(trace.deepest().message()).hasToString("Connection refused");
        assertThat(trace.deepest().frames()).extracting(Frame::inApp).containsExactly(true, false, false);
    }

    @Test
    void elixirTraceReadsApplicationFrames() {
        StackTrace trace = trace("""
                ** (RuntimeError) no connection
                    (my_app 0.1.0) lib/my_app/worker.ex:12: MyApp.Worker.run/1
                    (stdlib 5.0) gen_server.erl:1123: :gen_server.try_handle_call/4""");

        assertThat(types(trace)).containsExactly("RuntimeError");
        assertThat(frames(trace.deepest()))
                .containsExactly("MyApp.Worker.run/1 (my_app 0.1.0) lib/my_app/worker.ex 12 app");
    }

    @Test
    void traceInAJsonFieldIsRead() {
        String json =
                "{\"level\":\"error\",\"message\":\"x\",\"stack_trace\":\"a.BException: no\\n\\tat c.D.e(D.java:1)\\n\"}";

        assertThat(types(trace(json))).containsExactly("a.BException");
    }

    @Test
    void plainTextHasNoTrace() {
        assertThat(Records.of("2024-01-02 03:04:05 ERROR no luck\n  meet me at the station (today)")
                        .get(0)
                        .stackTrace())
                .isNull();
    }

    private static StackTrace trace(String text) {
        List<LogRecord> records = Records.of(text);
        assertThat(records).as("the trace is one record").hasSize(1);
        StackTrace trace = records.get(0).stackTrace();
        assertThat(trace).isNotNull();
        return trace;
    }

    private static List<String> types(StackTrace trace) {
        return trace.chain().stream().map(thrown -> thrown.type().toString()).toList();
    }

    private static List<String> frames(Thrown thrown) {
        return thrown.frames().stream()
                .map(f -> f.function() + " " + f.file() + " " + f.lineNumber() + (f.inApp() ? " app" : ""))
                .toList();
    }
}
