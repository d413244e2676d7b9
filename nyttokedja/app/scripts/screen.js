// The state of a chain → what is seen: notes, picture, list, the chosen box, findings.
import { say } from "./said.js";
import { step } from "../../pages/scripts/walk.js";
import { partsOf } from "../../pages/scripts/marks.js";
import { Findings } from "./findings.js";
import { kept } from "./focus.js";
import { $, make, TYPES } from "./make.js";
import { redrawn } from "./motion.js";

// a picture is parsed as XML, in which no script runs
const trusted = window.trustedTypes?.createPolicy("nyttokedja", { createHTML: (svg) => svg }) ?? { createHTML: (svg) => svg };

export class Screen {
  #state = null;
  #parts = null;
  #order;
  #choose;
  #gestures;

  constructor(order, choose, gestures) {
    this.#order = order;
    this.#choose = choose;
    this.#gestures = gestures;
    this.findings = new Findings(choose);
  }

  get state() {
    return this.#state;
  }

  show(state, chosen) {
    const restore = kept();
    this.#state = state;
    $("title").textContent = state.chain?.title ?? state.file;
    this.#notes(state.chain?.notes ?? []);
    this.#list(state.chain?.nodes ?? []);
    this.findings.show(state);
    this.#chosen(chosen);
    restore();
    this.#followed();
  }

  draw(svg, chosen, from) {
    if (!svg) return;
    const drawn = document.importNode(new DOMParser().parseFromString(trusted.createHTML(svg), "image/svg+xml").documentElement, true);
    redrawn(document.querySelector("#picture .view"), drawn, chosen, from);
    this.#parts = partsOf(drawn);
    this.point(chosen);
  }

  // the picture as a PNG, three times as large as it is on the screen
  async png() {
    const drawn = document.querySelector("#picture svg");
    const { width, height } = drawn.viewBox.baseVal;
    const image = new Image();
    const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
    await new Promise((done, failed) => Object.assign(image, { onload: done, onerror: failed, src: address }));
    const scale = Math.min(3, 12000 / Math.max(width, height));
    const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  choose(id) {
    const restore = kept();
    this.#chosen(id);
    restore();
    this.#followed();
  }

  /** Shows where a box is, without choosing it. */
  point(id) {
    for (const box of document.querySelectorAll("#picture [data-node]")) box.classList.toggle("chosen", box.dataset.node === id);
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
    return this.#parts?.boxes.has(from) ? step(this.#parts, this.#state.chain, from, key) : null;
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
    this.point(id);
    const place = document.querySelector("#box > div");
    place.replaceChildren(...(node ? this.#details(node) : [make("p", say("no_box"), { class: "empty" })]));
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
    return make("li", "", {}, make("button", node.title, { type: "button", "data-id": node.id, onclick: () => this.#choose(node.id) }));
  }

  *#details(node) {
    const { arrows, beside } = this.#state.chain;
    const title = make("input", "", { id: "box_title", "data-of": node.id, value: node.title, onchange: (event) => this.#order({ do: "retitle", id: node.id, title: event.target.value }, node.id) });
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
