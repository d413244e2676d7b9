// What the chain is worth if a factor has another value: nothing is written before somebody says that it is to be used.
import { $, make } from "./make.js";
import { language, say } from "./said.js";

const WAIT = 300; // milliseconds after the last key
const PARTIES = ["own", "all"];

export class Worth {
  #board;
  #file = null; // the calculation as the file has it
  #now = null; // and with what is tried
  #turn = 0;
  #late = 0;
  #isStale = false; // the file is another than what is shown, as long as that has not been asked
  #isOpen = false; // whether it is shown year by year
  #used = ""; // the factor whose value is about to be the file's
  #from = null; // where the focus was

  /** `board` has ask(message), order(order), tell(text), state(). */
  constructor(board) {
    this.#board = board;
    $("worth").addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), this.close(true)));
  }

  get #inputs() {
    return [...document.querySelectorAll("#worth input")];
  }

  get #tried() {
    const others = this.#inputs.filter((input) => input.value.trim() !== input.defaultValue);
    return Object.fromEntries(others.map((input) => [input.name, input.value.trim()]));
  }

  async open() {
    const from = document.activeElement;
    if (!this.#board.state()?.chain) return this.#board.tell(say("no_factors"));
    if (document.querySelector("main.wide")) $("wide").click(); // else it could not be seen
    if ($("worth").hidden) {
      const told = await this.#asked({});
      if (told.answer !== "done") return this.#board.tell(told.why ?? say("failed"));
      if (!calculated(told).factors.length) return this.#board.tell(say("no_factors"));
      this.#from = from;
      this.#file = this.#now = calculated(told);
      $("worth").hidden = false;
      this.#build();
    }
    this.#inputs[0].focus();
    return this.#inputs[0].select();
  }

  close(returns = false) {
    if ($("worth").hidden) return;
    clearTimeout(this.#late);
    this.#isStale = false;
    this.#turn += 1;
    $("worth").hidden = true;
    document.querySelector("#worth > div").replaceChildren();
    if (!returns) return;
    const { id, dataset } = this.#from;
    const like = (id && $(id)) || (dataset.id && document.querySelector(`#list button[data-id="${CSS.escape(dataset.id)}"]`)) || this.#from;
    (like.isConnected ? like : document.querySelector("#picture .view")).focus();
  }

  /** The file, or the language of the person, is another: what is being tried is kept. */
  async follow() {
    if ($("worth").hidden) return;
    this.#isStale = true;
    const turn = (this.#turn += 1);
    const told = await this.#asked({});
    if (turn !== this.#turn) return;
    const names = told.answer === "done" ? calculated(told).factors.map(({ name }) => name) : [];
    if (!names.length) return this.close(true);
    const tried = Object.entries(this.#tried).filter(([name]) => names.includes(name) && name !== this.#used);
    const now = tried.length ? await this.#asked(Object.fromEntries(tried)) : told;
    if (turn !== this.#turn) return;
    this.#isStale = false;
    this.#file = calculated(told);
    this.#now = now.answer === "done" ? calculated(now) : this.#file;
    this.#build(now);
  }

  #asked(tried) {
    return this.#board.ask({ ask: "worth", with: tried });
  }

  // → whether it could be calculated
  async #calculate() {
    clearTimeout(this.#late);
    while (this.#isStale) await this.follow();
    const turn = (this.#turn += 1);
    const tried = this.#tried;
    const none = !Object.keys(tried).length;
    const told = none ? null : await this.#asked(tried);
    if (turn !== this.#turn) return false;
    const refused = told && told.answer !== "done";
    if (!refused) this.#now = told ? calculated(told) : this.#file;
    this.#show(refused ? told : {});
    this.#board.tell(refused ? (told.why ?? say("failed")) : none ? say("worth_as_file") : say("worth_tried", { net: lines(this.#file, this.#now)[0][1] }));
    return !refused;
  }

  #later() {
    clearTimeout(this.#late);
    this.#late = setTimeout(() => this.#calculate(), WAIT);
  }

  // -- what is seen ---------------------------------------------------------------------------------------------

  #build(told = {}) {
    const typed = this.#tried;
    delete typed[this.#used];
    this.#used = "";
    const at = document.activeElement.closest("#worth") && document.activeElement;
    const selected = at && at.selectionStart;
    const rows = this.#file.factors.map((factor) => this.#row(factor, typed[factor.name]));
    const result = make("div", "", { id: "worth_result" });
    const back = make("button", say("worth_back"), { type: "button", id: "worth_back", onclick: () => this.#back() });
    const shut = make("button", say("close"), { type: "button", id: "worth_close", onclick: () => this.close(true) });
    const quiet = make("p", say("worth_told"), { class: "empty" });
    document.querySelector("#worth > div").replaceChildren(quiet, result, ...rows, make("div", "", { id: "worth_more" }), make("p", "", { class: "row" }, back, shut));
    this.#show(told);
    if (!at) return;
    const next = $(at.id);
    const seen = next?.disabled ? $(at.id.replace("use_", "try_")) : next;
    (seen && !seen.disabled ? seen : $("worth")).focus({ preventScroll: true });
    if (seen === next && typeof selected === "number") next.setSelectionRange(selected, selected);
  }

  #row({ name, node, title, unit, lowest, likely, highest, formula }, typed) {
    const box = node && this.#board.state().chain?.nodes.find(({ id }) => id === node)?.title;
    const called = [title || name, box].filter(Boolean).join(" · ");
    const limits = [["lowest", lowest], ["likely", likely], ["highest", highest]].filter(([, value]) => value !== null).map(([key, value]) => say(`factor_${key}`, { value: number(value) }));
    const known = [formula ? `= ${formula}` : limits.join(", "), unit].filter(Boolean).join(" · ");
    const value = likely === null ? "" : number(likely, false);
    const input = make("input", "", { id: `try_${name}`, name, value, inputmode: "text", autocomplete: "off", "aria-describedby": `known_${name}`, oninput: () => (this.#marked(), this.#later()) });
    if (typed !== undefined) input.value = typed;
    const use = formula ? [] : [make("button", say("worth_use"), { type: "button", id: `use_${name}`, "aria-label": `${say("worth_use")}: ${called}`, onclick: () => this.#use(name) })];
    return make("div", "", { class: "factor" }, make("label", called, { for: input.id }), make("p", known, { id: `known_${name}` }), make("div", "", { class: "row" }, input, ...use));
  }

  #show({ why, factor }) {
    this.#isOpen = document.querySelector("#worth details")?.open ?? this.#isOpen;
    const refused = () => [make("p", why, { class: "refused", id: "worth_refused" })]; // no numbers: they would be of something else
    $("worth_result").replaceChildren(...(why ? refused() : this.#result()));
    $("worth_more").replaceChildren(...(why ? [] : this.#more()));
    for (const input of this.#inputs) {
      const isRefused = Boolean(why) && input.name === factor;
      if (isRefused) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      input.setAttribute("aria-describedby", `known_${input.name}${isRefused ? " worth_refused" : ""}`);
    }
    this.#marked();
  }

  *#result() {
    if (!this.#now.complete) yield make("p", say("worth_lacks"));
    yield listed(lines(this.#file, this.#now));
  }

  *#more() {
    const more = make("details", "", {}, make("summary", say("worth_more")), listed(further(this.#file, this.#now)));
    more.open = this.#isOpen;
    yield more;
  }

  // what can be used, and what can be taken back
  #marked() {
    const tried = this.#tried;
    for (const input of this.#inputs) {
      const use = $(`use_${input.name}`);
      if (use) use.disabled = !tried[input.name] || input.hasAttribute("aria-invalid");
    }
    $("worth_back").disabled = !Object.keys(tried).length;
  }

  // -- what is done ---------------------------------------------------------------------------------------------

  #back() {
    for (const input of this.#inputs) input.value = input.defaultValue;
    this.#inputs[0].focus();
    return this.#calculate();
  }

  async #use(name) {
    const typed = this.#tried[name];
    if (!typed || !(await this.#calculate())) return;
    const { id, node, changed_to } = this.#now.factors.find((factor) => factor.name === name);
    const value = typed.includes("%") ? String(changed_to) : typed; // a file has numbers alone
    this.#used = name;
    const why = await this.#board.order({ do: "set", id: node ?? "", key: `${node ? "value" : "calculation"}.factors.${id}.likely`, value });
    if (why) this.#used = "";
  }
}

const calculated = (told) => told.calculation.chains[0];

function number(value, grouped = true) {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 12, useGrouping: grouped }).format(value);
}

function money(value, currency) {
  try {
    return new Intl.NumberFormat(language(), { style: "currency", currency, maximumFractionDigits: 0 }).format(value);
  } catch {
    return `${new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value)} ${currency}`; // no known currency
  }
}

const change = (before, now) => (before === now ? now : `${before} → ${now}`);
const listed = (rows) => make("dl", "", {}, ...rows.map(([name, value]) => make("div", "", {}, make("dt", name), make("dd", value))));

// [name, before → now] of what matters most; the first is the net of whose result leads
function lines(file, now) {
  const differ = [file, now].some((one) => net(one, "own") !== net(one, "all"));
  const party = leading(file, now);
  const rows = (differ && party === "own" ? PARTIES : [party]).map((one) => [say(differ ? `worth_net_${one}` : "worth_net"), change(net(file, one), net(now, one))]);
  return [...rows, [say("worth_from"), change(from(file, party), from(now, party))]];
}

// what else is told: the runs with all numbers at their lowest and highest, hours, and the net of each year
function further(file, now) {
  const party = leading(file, now);
  const told = (of) => change(...[file, now].map(of));
  const runs = ["lowest", "highest"].map((run) => [say(`worth_${run}`), told((one) => net(one, party, run))]);
  const freed = ({ years }) => (years[party]?.hours_freed ?? []).reduce((sum, hours) => sum + hours, 0);
  const hours = freed(file) || freed(now) ? [[say("worth_hours"), told((one) => number(Math.round(freed(one))))]] : [];
  const ofYear = ({ years, currency }, n) => money((years[party]?.benefits[n] ?? 0) - (years[party]?.costs[n] ?? 0), currency);
  const years = Array.from({ length: now.horizon ?? 0 }, (_, n) => [say("worth_in", { when: when(now.start, n) }), told((one) => ofYear(one, n))]);
  return [...runs, ...hours, ...years];
}

// the organisation itself, where anything of it is in the sum; else all parties, as the command tells it
function leading(file, now) {
  const has = ({ results }) => results.own?.likely.benefits || results.own?.likely.costs;
  return has(file) || has(now) ? "own" : "all";
}

const net = ({ results, currency }, party, run = "likely") => money(results[party]?.[run]?.net ?? 0, currency);

// from when on the benefits are larger than the costs
function from({ results, start, horizon }, party) {
  const year = results[party]?.likely?.year;
  return year ? when(start, year - 1) : say("worth_never", { n: horizon });
}

const when = (start, n) => (start === 1 ? say("worth_year", { n: n + 1 }) : String(start + n));
