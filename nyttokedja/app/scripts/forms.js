// What is filled in of a box or of the chain, and the decision to leave a finding as it is.
import { chosen, filled } from "./dialogs.js";
import { say } from "./said.js";

/** The plain facts of a box, or with "" of the chain: those that are changed are one step. What is refused is asked again. */
export async function detailsAsked(board, id, title, first = "") {
  const told = await board.ask({ ask: "details", id });
  if (told.answer !== "done") return board.tell(told.why);
  const shown = (word) => ({ value: word, title: word.replaceAll("_", " ") });
  const fields = told.fields.map((field) => ({ ...field, name: field.key, choices: field.choices.map(shown) }));
  let refused = "";
  for (;;) {
    const made = await filled(say("details_of", { title }), fields, { refused, first });
    const changed = made && told.fields.filter(({ key, value }) => made[key].trim() !== value.trim());
    if (!changed?.length) return made;
    const values = Object.fromEntries(changed.map(({ key }) => [key, made[key].trim()]));
    refused = await board.order({ do: "fill", id, values }, id);
    if (!refused) return made;
    for (const field of fields) field.value = made[field.name];
  }
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
