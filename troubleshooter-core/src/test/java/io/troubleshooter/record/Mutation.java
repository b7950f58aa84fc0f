package io.troubleshooter.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Lines of many formats, cut, doubled and overwritten at random. */
final class Mutation {

    private static final String[] LINES = {
        "2024-01-02 03:04:05,678 ERROR [main] a.b.C: no luck",
        "java.io.IOException: closed",
        "\tat a.b.C.d(C.java:12)",
        "Caused by: java.lang.Error: x",
        "\t... 12 more",
        "Traceback (most recent call last):",
        "  File \"x.py\", line 3, in f",
        "ValueError: bad",
        "During handling of the above exception, another exception occurred:",
        "panic: oh",
        "",
        "goroutine 1 [running]:",
        "main.main()",
        "\t/app/main.go:12 +0x1d",
        "exit status 2",
        "{\"level\":\"error\",\"msg\":\"a\\nb\"}",
        "{",
        "  \"time\": \"2024-01-02T03:04:05Z\",",
        "}",
        "time=\"2024-01-02T03:04:05Z\" level=warn msg=\"x y\" status=500",
        "E0312 10:15:42.123456    1234 kubelet.go:2448] \"Error\" err=\"x\"",
        "Jun 14 15:16:01 host app[12]: hello",
        "<34>1 2024-01-02T03:04:05Z h a p m [x y=\"z\"] text",
        "[Tue Jan 02 03:04:05.678901 2024] [proxy:error] [pid 12:tid 34] x",
        "thread 'main' panicked at src/main.rs:2:5:",
        "   0: core::panicking::panic",
        "             at /rustc/x.rs:64:14",
        "\u2577",
        "\u2502 Error: x",
        "\u2575",
        "Name:         web-0",
        "Status:       Running",
        "Events:",
        "  Warning  BackOff  2m  kubelet  x",
        "#0 /app/x.php(3): f()",
        "#1 {main}",
        "Error: x",
        "    at f (/app/a.js:1:2) {",
        "  [cause]: Error: y",
        "  code: 'E'",
        "}",
        " ---> System.Exception: x",
        "   at A.B.C(D e) in /x.cs:line 3",
        "   --- End of inner exception stack trace ---",
        "/app/w.rb:12:in 'f': no (ZeroDivisionError)",
        "\tfrom /app/w.rb:3:in 'g'",
        "** (RuntimeError) no",
        "    (app 0.1.0) lib/a.ex:1: A.b/1",
        "# Time: 2024-01-02T03:04:05Z",
        "select 1;",
        "Jan 01, 2024 1:00:00 PM a.b.C d",
        "SEVERE: x",
        "1700000000 2005.06.03 n 2005-06-03-15.42.50.675872 n A B INFO x",
        "  + Exception Group Traceback (most recent call last):",
        "  | ExceptionGroup: x (2 sub-exceptions)",
        "  +-+---------------- 1 ----------------",
        "/app/index.js:10",
        "    ^",
        "Unhandled exception. System.Exception: x",
        "type=AVC msg=audit(1700000000.123:456): avc",
        "[12345.678901] Out of memory",
        "1:M 02 Jan 2024 03:04:05.678 # x",
        "2024-01-02 03:04:05.678 UTC [42] DETAIL:  x",
    };

    private static final String MARKS = " :[](){}\"'\\|-,.=#/\t09aZ";

    private Mutation() {}

    /** A line with time, password and address in it. */
    static String timed(Random random) {
        String time = "2024-01-02 03:04:" + (10 + random.nextInt(50));
        return switch (random.nextInt(5)) {
            case 0 -> time + " INFO [main] a.b.C: password=@secret from @ip";
            case 1 ->
                "@ip - - [02/Jan/2024:03:04:" + (10 + random.nextInt(50))
                        + " +0000] \"GET /?token=@secret HTTP/1.1\" 200 12";
            case 2 -> "{\"time\":\"2024-01-02T03:04:05Z\",\"level\":\"info\",\"msg\":\"@secret\",\"peer\":\"@ip\"}";
            case 3 -> "Jun 14 15:16:" + (10 + random.nextInt(50)) + " @ip sshd[12]: password @secret";
            default -> "time=2024-01-02T03:04:05Z level=info msg=x password=@secret peer=@ip";
        };
    }

    static byte[] line(Random random) {
        byte[] line = LINES[random.nextInt(LINES.length)].getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0 && line.length > 0; i--) {
            line = mutate(line, random);
        }
        return line;
    }

    private static byte[] mutate(byte[] line, Random random) {
        int at = random.nextInt(line.length);
        switch (random.nextInt(5)) {
            case 0:
                return Arrays.copyOf(line, at);
            case 1:
                return Arrays.copyOfRange(line, at, line.length);
            case 2:
                byte[] other = LINES[random.nextInt(LINES.length)].getBytes(StandardCharsets.UTF_8);
                byte[] joined = Arrays.copyOf(line, at + other.length);
                System.arraycopy(other, 0, joined, at, other.length);
                return joined;
            case 3:
                line[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                return line;
            default:
                line[at] = (byte) random.nextInt(256);
                return line[at] == '\n' ? new byte[0] : line;
        }
    }

    /** Asks a record for everything that it reads late. */
    static int touch(LogRecord record) {
        int size = record.fields().size()
                + record.message().length()
                + record.continuation().size();
        return size
                + String.valueOf(record.logger()).length()
                + String.valueOf(record.time()).length()
                + String.valueOf(record.stackTrace()).length();
    }
}
