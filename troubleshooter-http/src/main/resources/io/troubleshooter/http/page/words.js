// Words for figures, the same everywhere.

const VERDICTS = { incident: "INCIDENT", no_incident: "NO INCIDENT", insufficient_evidence: "NOT ENOUGH EVIDENCE" };

export function verdictWord(verdict) {
  return VERDICTS[verdict] ?? "";
}

/** Fixed limits, as in the report of the terminal. */
export function likelihood(confidence) {
  return confidence >= 0.7 ? "LIKELY" : confidence >= 0.35 ? "POSSIBLE" : "WEAK";
}

export function count(number, one, many = one + "s") {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many);
}

export function bytes(size) {
  const units = ["bytes", "kB", "MB", "GB"];
  let unit = 0;
  let value = size;
  while (value >= 1000 && unit < 3) {
    value /= 1000;
    unit++;
  }
  return (unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)) + " " + units[unit];
}

export function dollars(usd) {
  if (!usd) return "$0";
  return usd < 0.0001 ? "under $0.0001" : usd < 0.01 ? "$" + usd.toFixed(4) : "$" + usd.toFixed(2);
}

export function seconds(millis) {
  return millis < 1000 ? (millis / 1000).toFixed(2) + " s" : (millis / 1000).toFixed(1) + " s";
}

export function moment(iso) {
  const time = new Date(iso);
  return time.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

export function producer(diagnosis) {
  const by = diagnosis?.producedBy;
  return by?.analyst === "model" ? "model " + (by.model ?? "") : "offline";
}

const STAGES = {
  queued: "waiting for its turn",
  reading: "reading the evidence",
  offline: "offline diagnosis",
  triage: "model: what kind of incident",
  tools: "model: looking at more lines",
  explain: "model: explaining",
  repair: "checking citations again",
};

/** A stage of an answer. */
export function stageWord(stage) {
  return STAGES[stage] ?? stage;
}

/** One line on where things stand. */
export function status({ diagnosis, answering, uploads = [] }) {
  const coming = uploads.filter((each) => !each.problem).length;
  if (diagnosis && coming > 0) return "So far; " + count(coming, "source") + " still to be read";
  if (answering) return "Answer in the making: " + stageWord(answering.stage);
  if (!diagnosis) return "No evidence yet";
  return "Analysis complete, " + count(diagnosis.hypotheses.length, "hypothesis", "hypotheses") + ", " + producer(diagnosis);
}
