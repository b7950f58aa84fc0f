// Two small incidents, made up for this page.
const disk = () => {
  const lines = [];
  for (let second = 0; second < 50; second += 2) {
    lines.push("2026-11-20 09:42:" + two(second) + ".114 UTC [412] LOG:  connection authorized: user=checkout database=orders host=10.4.2." + (second % 9));
  }
  lines.push("2026-11-20 09:42:58.010 UTC [88] LOG:  checkpoints are occurring too frequently (9 seconds apart)");
  lines.push('2026-11-20 09:42:58.010 UTC [88] HINT:  Consider increasing the configuration parameter "max_wal_size".');
  lines.push('2026-11-20 09:43:11.204 UTC [431] ERROR:  could not extend file "base/16384/24601": No space left on device');
  lines.push("2026-11-20 09:43:11.204 UTC [431] HINT:  Check free disk space.");
  lines.push("2026-11-20 09:43:11.204 UTC [431] STATEMENT:  INSERT INTO orders (customer, total) VALUES ('dana@example.com', 41.90)");
  for (let second = 12; second < 58; second += 3) {
    lines.push('2026-11-20 09:43:' + two(second) + '.518 UTC [' + (440 + second) + '] ERROR:  could not extend file "base/16384/24601": No space left on device');
  }
  for (let second = 10; second < 50; second += 5) {
    lines.push("2026-11-20 09:44:" + two(second) + ".310 ERROR [exec-" + second + "] com.zaxxer.hikari.pool.HikariPool - HikariPool-1 - Connection is not available, request timed out after 30000ms.");
  }
  return lines.join("\n") + "\n";
};

const memory = () => {
  const lines = [];
  for (let minute = 0; minute < 12; minute++) {
    lines.push("2026-11-20T14:" + two(minute) + ":03.201Z INFO  [main] report.Export - exported page " + (minute * 40 + 1) + " of 900, rows=5000");
  }
  lines.push("2026-11-20T14:12:41.880Z WARN  [gc] report.Heap - old generation at 97 percent after collection");
  lines.push("2026-11-20T14:12:52.004Z ERROR [export-3] report.Export - export failed");
  lines.push("java.lang.OutOfMemoryError: Java heap space");
  lines.push("\tat java.base/java.util.Arrays.copyOf(Arrays.java:3512)");
  lines.push("\tat java.base/java.util.ArrayList.grow(ArrayList.java:237)");
  lines.push("\tat com.example.report.RowBuffer.add(RowBuffer.java:58)");
  lines.push("\tat com.example.report.Export.page(Export.java:121)");
  lines.push("2026-11-20T14:12:55.730Z INFO  [main] report.Main - stopping, token=sk-made-up-4f9a7c21d8e64b0f93aa");
  return lines.join("\n") + "\n";
};

function two(number) {
  return String(number).padStart(2, "0");
}

export const SAMPLES = [
  { name: "postgres.log", title: "Checkout is down", what: "a database that cannot write any more, and what followed", text: disk() },
  { name: "report.log", title: "An export dies", what: "a Java process out of memory, with its stack trace", text: memory() },
];
