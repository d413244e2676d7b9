// The state of a chain → what is seen: notes, picture, list, the chosen box, findings.
import { say } from "./said.js";
import { step } from "../../pages/scripts/walk.js";
import { Findings } from "./findings.js";
import { kept } from "./focus.js";
import { $, make, TYPES } from "./make.js";
import { Worth } from "./worth.js";

const STAGES = ["draft", "analysis", "plan", "follow-up"];

export class Screen {
  #state = null;
  #order;
  #choose;
  #gestures;
  #picture;

  constructor(board, picture, gestures) {
    this.#order = board.order;
    this.#choose = board.choose;
    this.#gestures = gestures;
    this.#picture = picture;
    this.findings = new Findings(board);
    this.worth = new Worth(board);
  }

  get state() {
    return this.#state;
  }

  show(state, chosen) {
    const restore = kept();
    this.#state = state;
    $("title").textContent = state.chain?.title ?? state.file;
    const { notes = [], nodes = [] } = state.chain ?? {};
    document.body.classList.toggle("begun", notes.length + nodes.length > 0);
    this.#notes(notes);
    this.#list(nodes);
    this.findings.show(state);
    this.#chosen(chosen);
    restore();
    this.#followed();
    this.worth.follow();
  }

  choose(id) {
    const restore = kept();
    this.#chosen(id);
    restore();
    this.#followed();
  }

  /** Shows the title that somebody else has written, in the place of one that was refused for it. */
  overtaken(id, seen) {
    const field = $("box_title");
    if (field?.dataset.of !== id || this.#node(id)?.title === seen) return;
    this.choose(id);
  }

  #retitle(node, field) {
    field.defaultValue = field.value; // it is not being typed any more
    this.#order({ do: "retitle", id: node.id, title: field.value, seen: node.title }, node.id);
  }

  /** The box that a key leads to from another: by the list where that is walked in, else by the picture. */
  next(id, key, listed) {
    const buttons = [...document.querySelectorAll("#list button")].map((button) => button.dataset.id);
    const from = buttons.includes(id) ? id : "";
    if (!from) return buttons[0];
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (listed && by) return buttons[buttons.indexOf(from) + by];
    if (listed && key === "Home") return buttons[0];
    if (listed && key === "End") return buttons.at(-1);
    const { parts } = this.#picture;
    return parts?.boxes.has(from) ? step(parts, this.#state.chain, from, key) : null;
  }

  // in the list, the focus is at the box that is chosen
  #followed() {
    if (document.activeElement.closest("#list")) document.querySelector("#list button[tabindex='0']")?.focus();
  }

  #chosen(id) {
    if (isTyped(id)) return; // what others do never takes it away
    const node = this.#node(id);
    const buttons = [...document.querySelectorAll("#list button")];
    const stop = buttons.find((button) => button.dataset.id === id) ?? buttons[0];
    for (const button of buttons) {
      if (button.dataset.id === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.tabIndex = button === stop ? 0 : -1;
    }
    this.#picture.point(id);
    const place = document.querySelector("#box > div");
    place.replaceChildren(...(node ? this.#details(node) : this.#ofChain()));
  }

  about(licences) {
    const pieces = Object.entries(licences).map(([name, text]) => make("details", "", {}, make("summary", name), make("pre", text)));
    document.querySelector("#dialog div").replaceChildren(make("p", say("about_text")), ...pieces);
    $("dialog").showModal();
  }

  #node(id) {
    return this.#state?.chain?.nodes.find((node) => node.id === id);
  }

  #notes(notes) {
    document.querySelector("#notes .empty").hidden = notes.length > 0;
    document.querySelector("#notes ul").replaceChildren(...notes.map((note) => this.#note(note)));
  }

  /** Notes alone, where there is no engine to sort them with. */
  plain(notes) {
    document.querySelector("#notes .empty").hidden = notes.length > 0;
    document.querySelector("#notes ul").replaceChildren(...notes.map((note) => make("li", note)));
  }

  #note(note) {
    const types = TYPES.map((type) => make("option", say(`type_${type}`), { value: type }));
    const select = make("select", "", {
      "aria-label": say("becomes", { note }),
      onchange: (event) => event.target.value && this.#order({ do: "sort", note, type: event.target.value }),
    });
    select.append(make("option", say("sort"), { value: "" }), ...types);
    const drop = make("button", say("drop"), { type: "button", "aria-label": say("drop_note", { note }), onclick: () => this.#order({ do: "drop", note }) });
    const words = make("button", note, { type: "button", class: "words", "aria-describedby": "note_keys" });
    return make("li", "", { "data-note": note }, words, make("div", "", {}, select, drop));
  }

  #list(nodes) {
    const parts = TYPES.map((type) => [type, nodes.filter((node) => node.type === type)]).filter(([, held]) => held.length);
    const pieces = parts.flatMap(([type, held]) => [make("h3", say(`types_${type}`)), make("ul", "", {}, ...held.map((node) => this.#item(node)))]);
    document.querySelector("#list > div").replaceChildren(...(pieces.length ? pieces : [make("p", say("no_boxes"), { class: "empty" })]));
  }

  #item(node) {
    const { arrows, beside } = this.#state.chain;
    const ends = [...arrows.map(({ source, target }) => [source, target]), ...beside].filter(([source]) => source === node.id);
    const leads = ends.map(([, target]) => this.#node(target)?.title ?? target).join(" · ");
    const button = make("button", node.title, { type: "button", "data-id": node.id, onclick: () => this.#choose(node.id) });
    return make("li", "", {}, button, ...(leads ? [make("p", `→ ${leads}`, { class: "leads" })] : []));
  }

  // where no box is chosen: the chain itself
  *#ofChain() {
    yield make("p", say("no_box"), { class: "empty" });
    const { chain } = this.#state ?? {};
    if (!chain) return;
    yield make("label", say("chain_title"), { for: "chain_title" });
    yield make("input", "", { id: "chain_title", value: chain.title, onchange: (event) => event.target.value.trim() && this.#order({ do: "set", id: "", key: "title", value: event.target.value }) });
    yield make("label", say("stage"), { for: "chain_stage" });
    const stages = STAGES.map((stage) => make("option", say(`stage_${stage}`), { value: stage, ...(stage === chain.stage ? { selected: "" } : {}) }));
    yield make("select", "", { id: "chain_stage", onchange: (event) => this.#order({ do: "set", id: "", key: "stage", value: event.target.value }) }, ...stages);
    yield make("p", "", { class: "row" }, make("button", say("details"), { type: "button", onclick: () => this.#gestures().details() }),
      make("button", say("worth_try"), { type: "button", id: "chain_worth", onclick: () => this.worth.open() }));
  }

  *#details(node) {
    const { arrows, beside } = this.#state.chain;
    const title = make("input", "", { id: "box_title", "data-of": node.id, value: node.title, onchange: (event) => this.#retitle(node, event.target) });
    yield make("p", node.kind);
    yield make("label", say("box_title"), { for: "box_title" });
    yield title;
    const out = [...arrows.filter((arrow) => arrow.source === node.id).map((arrow) => arrow.target), ...beside.filter(([id]) => id === node.id).map(([, at]) => at)];
    yield make("label", say("leads_to"));
    for (const id of out) yield this.#arrow(node.id, id, id);
    yield this.#connect(node, out);
    const into = arrows.filter((arrow) => arrow.target === node.id).map((arrow) => arrow.source);
    if (into.length) yield make("label", say("from"));
    for (const id of into) yield this.#arrow(id, node.id, id);
    yield make("label", say("type"), { for: "box_type" });
    const types = TYPES.map((type) => make("option", say(`type_${type}`), { value: type, ...(type === node.type ? { selected: "" } : {}) }));
    yield make("select", "", { id: "box_type", onchange: (event) => this.#order({ do: "move", id: node.id, type: event.target.value }, node.id) }, ...types);
    yield make("p", "", { class: "row" },
      make("button", say("details"), { type: "button", onclick: () => this.#gestures().details(node.id) }),
      make("button", say("strike"), { type: "button", onclick: () => this.#gestures().strike(node.id) }),
      ...(this.#state.findings.some((one) => one.acceptable && one.nodes.includes(node.id)) ? [make("button", say("accept"), { type: "button", onclick: () => this.#gestures().accept(node.id) })] : []),
      make("button", say("unsort"), { type: "button", onclick: () => this.#order({ do: "unsort", id: node.id }) }),
      make("button", say("remove"), { type: "button", onclick: () => this.#gestures().remove(node.id) }));
  }

  #arrow(source, target, other) {
    const title = this.#node(other)?.title ?? other;
    const remove = make("button", "✕", { type: "button", "aria-label": say("unlink", { title }), onclick: () => this.#order({ do: "unlink", source, target }, source) });
    return make("div", "", { class: "row" }, make("button", title, { type: "button", onclick: () => this.#choose(other) }), remove);
  }

  #connect(node, known) {
    const others = this.#state.chain.nodes.filter((other) => other.id !== node.id && !known.includes(other.id));
    const options = others.map((other) => make("option", `${other.title} (${other.kind})`, { value: other.id }));
    const select = make("select", "", { id: "box_connect", "aria-label": say("connect"), onchange: (event) => event.target.value && this.#order({ do: "link", source: node.id, target: event.target.value }, node.id) });
    select.append(make("option", say("connect"), { value: "" }), ...options);
    return select;
  }
}

// whether the title of a box is being typed
function isTyped(id) {
  const title = document.activeElement;
  return title?.id === "box_title" && title.dataset.of === id && title.value !== title.defaultValue;
}
