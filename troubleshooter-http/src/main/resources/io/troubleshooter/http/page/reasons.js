// Why a hypothesis stands where it stands, from what the diagnosis itself says.
import { citationOf } from "./citations.js";
import { refText } from "./navigate.js";
import { count } from "./words.js";

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
