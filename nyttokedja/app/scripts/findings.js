// Which findings are in front: those of the step that people are at; what is not there yet waits while notes are sorted.
import { $, make } from "./make.js";
import { say } from "./said.js";

export const STEPS = ["write", "sort", "connect", "obstacles", "read", "measure"];

/** Findings in order → those in front, those that belong to other steps, and those of what is not there yet. */
export function parted(findings, step, busy) {
  const waits = (finding) => busy && finding.lacks;
  const away = (finding) => step && finding.step && finding.step !== step;
  const shown = findings.filter((finding) => !waits(finding));
  return { front: shown.filter((finding) => !away(finding)), others: shown.filter(away), lacking: findings.filter(waits) };
}

export class Findings {
  step = "";
  #state = null;
  #board;

  constructor(board) {
    this.#board = board;
    $("steps").append(...STEPS.map((step, n) => make("li", "", {}, make("button", "", { type: "button", "data-step": step, "data-say": `step_${step}`, "data-number": n + 1, onclick: () => this.at(this.step === step ? "" : step) }))));
  }

  /** Whether people are still writing and sorting notes: then nothing is red. */
  get busy() {
    return this.step === "write" || (this.#state?.chain?.notes.length ?? 0) > 0;
  }

  /** Goes to a step, or with "" leaves the steps. */
  at(step) {
    const was = this.busy;
    this.step = step;
    for (const button of document.querySelectorAll("[data-step]")) {
      if (button.dataset.step === step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    $("asks").textContent = step ? say(`asks_${step}`) : say("asks_none");
    if (this.#state) this.show(this.#state);
    if (this.busy !== was) this.#board.redraw();
  }

  show(state) {
    this.#state = state;
    $("findings").classList.toggle("calm", this.busy);
    const { front, others, lacking } = parted(state.findings, this.step, this.busy);
    const open = new Set([...document.querySelectorAll("#findings details[open]")].map((one) => one.className));
    const pieces = front.map((finding) => this.#item(finding));
    if (!pieces.length) pieces.push(make("li", say(state.findings.length ? "none_in_front" : "no_findings")));
    const folded = [["others", others], ["lacking", lacking]].filter(([, held]) => held.length).map(([name, held]) => {
      const told = say(held.length === 1 ? `${name}_one` : name, { n: held.length });
      const details = make("details", "", { class: name }, make("summary", told), make("ul", "", {}, ...held.map((finding) => this.#item(finding))));
      details.open = open.has(name);
      return details;
    });
    document.querySelector("#findings > div").replaceChildren(make("ul", "", {}, ...pieces), ...folded);
  }

  #item(finding) {
    const nodes = this.#state.chain?.nodes ?? [];
    const at = finding.nodes.map((id) => nodes.find((node) => node.id === id)).filter(Boolean).slice(0, 3);
    const buttons = at.map((node) => make("button", node.title, { type: "button", "data-id": node.id, onclick: () => this.#board.choose(node.id) }));
    const does = finding.ways.filter((way) => way.ready || way.form !== null).map((way) => make("button", way.form === null ? way.label : `${way.label} …`, { type: "button", class: "does", onclick: () => this.#do(finding, way) }));
    const told = finding.remedy || finding.ways.filter((way) => !way.ready && way.form === null).map((way) => `${way.label}.`).join(" ");
    return make("li", `${finding.message} `, { class: finding.severity, "data-code": finding.code }, make("span", told, { class: "remedy" }), ...does, ...buttons);
  }

  #do({ code, message }, { label, form, key }) {
    return form === null ? this.#board.order({ do: "mend", rule: code, message, way: label }) : this.#board.details(form, key);
  }
}
