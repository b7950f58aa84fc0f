// Why a hypothesis stands where it stands, and what speaks against it, from what the diagnosis itself says.
import { citationOf } from "./citations.js";
import { refText } from "./navigate.js";
import { count } from "./words.js";

/** Closer than this, the rank of two hypotheses decides little. */
const NEAR = 0.1;
/** Where the word for a confidence becomes WEAK. */
const WEAK = 0.35;

export function reasons(each, diagnosis) {
  const cited = each.citations.map(citationOf);
  const like = cited.reduce((sum, citation) => sum + citation.count, 0);
  const sources = new Set(cited.map((citation) => citation.source));
  return [
    cited.length === 0 ? "Evidence: no line is cited" : "Evidence: " + count(cited.length, "citation") + " for " + count(like, "line") + " in " + count(sources.size, "source"),
    cited.length > 0 ? "Order: its first line is " + refText(earliest(cited)) + order(each, diagnosis) : null,
    explained(each),
    each.verified ? "Checked: each quote stands in the lines that it names" : "Not verified: no citation of it passed the check",
    "Confidence " + each.confidence.toFixed(2) + (diagnosis.producedBy.analyst === "model" ? ", of the model, bounded by what the check found" : ", of the rule that found it"),
  ].filter(Boolean);
}

function earliest(cited) {
  return cited.reduce((first, next) => (next.source === first.source && next.from < first.from ? next : first));
}

function order(each, diagnosis) {
  const mine = earliest(each.citations.map(citationOf));
  const later = diagnosis.hypotheses.filter((other) => {
    const its = other === each || other.citations.length === 0 ? null : earliest(other.citations.map(citationOf));
    return its && its.source === mine.source && its.from > mine.from;
  });
  return later.length > 0 ? ", before those of " + later.map((other) => "[" + other.rank + "]").join(", ") : "";
}

function explained({ explains = [], followsFrom }) {
  if (followsFrom) return "Relation: it follows from [" + followsFrom + "], so it is not a cause of its own";
  if (explains.length > 0) return "Relation: it explains " + explains.map((rank) => "[" + rank + "]").join(", ");
  return "Relation: nothing else here explains it";
}

/** What speaks against it, in sentences; none where the diagnosis gives no reason for doubt. */
export function doubts(each, diagnosis) {
  const { hypotheses, gaps } = diagnosis;
  const cited = each.citations.map(citationOf);
  const cause = hypotheses.find((other) => other.rank === each.followsFrom);
  const rival = hypotheses.find((other) => other.rank !== each.rank && !related(each, other) && other.confidence >= each.confidence - NEAR);
  return [
    each.verified ? null : "No citation of it passed the check: take it as a guess",
    cause ? "It follows from [" + cause.rank + "] " + cause.title + ", so mending it alone may not last" : null,
    !cause && rival ? "[" + rival.rank + "] " + rival.title + (rival.rank < each.rank ? " fits the lines better" : " fits them nearly as well") : null,
    cited.length === 1 && cited[0].count === 1 ? "A single line says so" : null,
    earlier(each, cited, hypotheses),
    each.confidence < WEAK ? "Confidence is low: these lines allow for other causes" : null,
    gaps.length > 0 ? count(gaps.length, "thing") + " that would prove or refute it " + (gaps.length === 1 ? "was" : "were") + " not seen; see below" : null,
  ].filter(Boolean);
}

function related(each, other) {
  return each.explains?.includes(other.rank) || other.explains?.includes(each.rank) || each.followsFrom === other.rank || other.followsFrom === each.rank;
}

/** A cause comes before what it causes: what it is said to explain should not have begun earlier. */
function earlier(each, cited, hypotheses) {
  const before = hypotheses.filter((other) => {
    const its = other.citations.map(citationOf);
    return each.explains?.includes(other.rank) && cited.length > 0 && its.length > 0
      && earliest(its).source === earliest(cited).source && earliest(its).from < earliest(cited).from;
  });
  return before.length > 0 ? before.map((other) => "[" + other.rank + "]").join(", ") + ", which it is said to explain, began on an earlier line" : null;
}
