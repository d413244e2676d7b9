// What is filled in of a box or of the chain, and the decision to leave a finding as it is.
import { chosen, filled } from "./dialogs.js";
import { say } from "./said.js";

/** The plain facts of a box, or with "" of the chain: each that is changed is an order. */
export async function detailsAsked(board, id, title) {
  const told = await board.ask({ ask: "details", id });
  if (told.answer !== "done") return board.tell(told.why);
  const shown = (word) => ({ value: word, title: word.replaceAll("_", " ") });
  const fields = told.fields.map((field) => ({ ...field, name: field.key, choices: field.choices.map(shown) }));
  const made = await filled(say("details_of", { title }), fields);
  if (!made) return null;
  for (const { key, value: was } of told.fields) {
    const value = made[key].trim();
    if (value !== was.trim()) await board.order(value ? { do: "set", id, key, value } : { do: "unset", id, key }, id);
  }
  return made;
}

/** Why a finding at a box is left as it is, and who has decided that. */
export async function acceptAsked(board, id, title) {
  const found = board.state().findings.filter((finding) => finding.acceptable && finding.nodes.includes(id));
  if (!found.length) return board.tell(say("nothing_to_accept", { title }));
  const options = found.map((finding) => ({ value: finding.code, title: finding.message }));
  const rule = found.length === 1 ? found[0].code : await chosen(say("which_finding"), options);
  if (!rule) return null;
  const made = await filled(found.find((finding) => finding.code === rule).message, [
    { name: "why", label: say("why"), long: true, needed: true },
    { name: "decided_by", label: say("decided_by"), help: say("decided_by_help"), needed: true },
    { name: "until", label: say("until"), help: say("until_help") },
  ]);
  if (!made) return null;
  const until = made.until.trim();
  return board.order({ do: "accept", rule, at: id, why: made.why, decided_by: made.decided_by, ...(until ? { until } : {}) }, id);
}
