// The payment service: charges slowly, and prints a statement of account when asked for one.
const http = require("http");
const crypto = require("crypto");

const log = (level, message) => console.log(`${new Date().toISOString()} ${level} payment ${message}`);
let charged = 0;

// Everything in one go, on the only thread there is.
function statement() {
  const started = Date.now();
  let digest = "";
  while (Date.now() - started < Number(process.env.STATEMENT_MS || 6000)) {
    digest = crypto.createHash("sha256").update(digest + started).digest("hex");
  }
  log("info", `statement of account ready: ${charged} charges, signed in ${Date.now() - started} ms`);
  return digest;
}

// Receipts are written one after the other into one file, if there is a folder for them.
const receipts = process.env.RECEIPTS && require("fs").createWriteStream(process.env.RECEIPTS + "/receipts.txt", { flags: "a" });

const server = http.createServer((request, response) => {
  if (request.url === "/statement") {
    response.end(statement());
  } else if (request.url === "/health") {
    response.end("up");
  } else if (Math.random() < Number(process.env.FLAKY || 0)) {
    request.socket.destroy();
  } else {
    setTimeout(() => {
      charged++;
      if (receipts) receipts.write(`${request.url} paid\n`);
      log("info", `charged ${request.url}`);
      response.end("paid");
    }, 20);
  }
});
server.on("clientError", (error, socket) => {
  log("debug", `client error: ${error.code}`);
  socket.destroy();
});
const port = Number(process.env.PORT || 9000);
server.listen(port, process.env.HOST || "10.20.0.12", () => log("info", `listens at ${port}`));
