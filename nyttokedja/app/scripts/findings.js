// Which findings are in front: those of the step that people are at; what is merely lacking waits while notes are typed.
import { $, make } from "./make.js";
import { say } from "./said.js";

export const STEPS = ["write", "sort", "connect", "obstacles", "read", "measure"];

// the first that fits says at which step a finding is talked about
const AT = [
  [/^NK(801|70[1-7]|30[1-4]|310|105)$/, "sort"],
  [/^NK(10[1-5]|20[1-6]|209|210|218)$/, "connect"],
  [/^NK(213|407|6\d\d)$/, "obstacles"],
  [/^NK(2\d\d|30[5-9]|31\d|708)$/, "read"],
  [/^NK(4|5|8)\d\d$/, "measure"],
];
const LACKING = /^NK(21[1-8]|220|30[1-6]|312|40[1-8]|41[0-3]|50[1-8]|51[0-3]|60[1-46]|607|801|812|818|819|822)$/;

export const stepOf = (code) => AT.find(([codes]) => codes.test(code))?.[1] ?? "";

/** Findings in order → those in front, those that belong to other steps, and those that are merely lacking. */
export function parted(findings, step, busy) {
  const lacks = (finding) => busy && finding.severity !== "error" && LACKING.test(finding.code);
  const away = (finding) => step && stepOf(finding.code) !== step && stepOf(finding.code) !== "";
  const shown = findings.filter((finding) => !lacks(finding));
  return { front: shown.filter((finding) => !away(finding)), others: shown.filter(away), lacking: findings.filter(lacks) };
}

export class Findings {
  step = "";
  #state = null;
  #choose;

  constructor(choose) {
    this.#choose = choose;
    $("steps").append(...STEPS.map((step, n) => make("li", "", {}, make("button", "", { type: "button", "data-step": step, "data-say": `step_${step}`, "data-number": n + 1, onclick: () => this.at(this.step === step ? "" : step) }))));
  }

  /** Goes to a step, or with "" leaves the steps. */
  at(step) {
    this.step = step;
    for (const button of document.querySelectorAll("[data-step]")) {
      if (button.dataset.step === step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    $("asks").textContent = step ? say(`asks_${step}`) : say("asks_none");
    if (this.#state) this.show(this.#state);
  }

  show(state) {
    this.#state = state;
    const busy = this.step === "write" || (state.chain?.notes.length ?? 0) > 0;
    $("findings").classList.toggle("calm", busy);
    const { front, others, lacking } = parted(state.findings, this.step, busy);
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
    const buttons = at.map((node) => make("button", node.title, { type: "button", "data-id": node.id, onclick: () => this.#choose(node.id) }));
    return make("li", `${finding.message} `, { class: finding.severity, "data-code": finding.code }, make("span", finding.remedy, { class: "remedy" }), ...buttons);
  }
}
