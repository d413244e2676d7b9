// The pointer: a note or a box is drawn to a type, a box or the notes; from a box's right edge an arrow is drawn.
import { $, make, TYPES } from "./make.js";
import { say } from "./said.js";

const FAR = 6; // so many pixels make a drag of a click
const SVG = "http://www.w3.org/2000/svg";

/** The arrow at a place of the screen, or so near to it that nobody could mean another: an arrow is thin. */
export function arrowAt(x, y) {
  if (document.elementFromPoint(x, y)?.closest("#picture [data-node]")) return null;
  for (let out = 0; out <= 12; out++) {
    for (const [dx, dy] of [[0, out], [0, -out], [out, 0], [-out, 0]]) {
      const arrow = document.elementFromPoint(x + dx, y + dy)?.closest("#picture [data-source]");
      if (arrow) return arrow;
    }
  }
  return null;
}

export class Drag {
  #gestures;
  #held = null;
  #view = document.querySelector("#picture .view");
  #handle = $("handle");

  constructor(gestures) {
    this.#gestures = gestures;
    document.addEventListener("pointerdown", (event) => this.#down(event));
    document.addEventListener("pointermove", (event) => this.#move(event));
    document.addEventListener("pointerup", (event) => this.#up(event));
    document.addEventListener("pointercancel", () => this.#end());
    document.addEventListener("click", (event) => this.#moved && (event.stopPropagation(), event.preventDefault()), true);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#end());
    this.#view.addEventListener("scroll", () => (this.#handle.hidden = true));
    new ResizeObserver(() => this.again()).observe($("picture")); // what stands above the picture comes and goes
  }

  #moved = false;
  #at = [-1, -1]; // where the pointer is

  /** Boxes stand elsewhere: the handle is that of the box that is under the pointer now. */
  again() {
    const under = document.elementFromPoint(...this.#at);
    this.#handle.hidden = true;
    if (!this.#held && under) this.#offer(under.closest("#picture [data-node]"), under);
  }

  #down(event) {
    this.#moved = false;
    if (event.button !== 0) return;
    const held = this.#what(event.target);
    if (!held || (held.kind !== "arrow" && event.pointerType === "touch")) return; // a finger scrolls
    if (held.kind !== "note") event.preventDefault();
    this.#held = { ...held, x: event.clientX, y: event.clientY, on: false };
    if (held.kind !== "note") this.#view.focus({ preventScroll: true });
  }

  #what(target) {
    if (target === this.#handle) return { kind: "arrow", id: this.#handle.dataset.of };
    const note = target.closest("#notes li[data-note]");
    if (note && !target.closest("select, div button")) return { kind: "note", note: note.dataset.note, element: note };
    const box = target.closest("#picture [data-node]");
    return box && this.#gestures.node(box.dataset.node) && { kind: "box", id: box.dataset.node, element: box };
  }

  #move(event) {
    this.#at = [event.clientX, event.clientY];
    const held = this.#held;
    if (!held) return this.#offer(event.target.closest?.("#picture [data-node]"), event.target);
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.on && Math.hypot(dx, dy) < FAR) return;
    if (!held.on) this.#begin(held);
    getSelection().removeAllRanges();
    const { line, label } = held;
    if (line) for (const [name, value] of Object.entries({ x1: held.x, y1: held.y, x2: event.clientX, y2: event.clientY })) line.setAttribute(name, value);
    if (label) label.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
    this.#over(this.#target(event)?.element);
  }

  // the round handle at the right edge of the box that is pointed at
  #offer(box, target) {
    if (target === this.#handle) return;
    const known = box && this.#gestures.node(box.dataset.node); // else the picture waits, and the box has gone
    this.#handle.hidden = !known;
    if (!known) return;
    const place = box.getBoundingClientRect();
    const around = $("picture").getBoundingClientRect();
    this.#handle.dataset.of = box.dataset.node;
    this.#handle.style.left = `${Math.min(place.right - 12, around.right - 30) - around.left}px`;
    this.#handle.style.top = `${place.y + place.height / 2 - 12 - around.top}px`;
  }

  #begin(held) {
    held.on = true;
    if (held.kind === "arrow") {
      const layer = document.createElementNS(SVG, "svg");
      held.line = document.createElementNS(SVG, "line");
      layer.append(held.line);
      held.layer = layer;
    } else {
      held.label = held.layer = make("div", held.note ?? this.#gestures.node(held.id).title);
      const zones = TYPES.map((type) => make("li", say(`type_${type}`), { "data-type": type }));
      $("zones").replaceChildren(...zones);
      $("zones").hidden = false;
    }
    held.layer.classList.add("drawn");
    document.body.append(held.layer);
  }

  // what is under the pointer that something can be let go upon
  #target(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const held = this.#held;
    const zone = held.kind !== "arrow" && under?.closest("#zones [data-type]");
    if (zone) return { element: zone, type: zone.dataset.type };
    const box = under?.closest("#picture [data-node]");
    if (box && held.kind !== "box" && box.dataset.node !== held.id && this.#gestures.node(box.dataset.node)) return { element: box, id: box.dataset.node };
    const notes = held.kind === "box" && under?.closest("#notes");
    if (notes) return { element: notes, notes: true };
    const arrow = held.kind === "arrow" && arrowAt(event.clientX, event.clientY);
    if (arrow && ["obstacle", "risk"].includes(this.#gestures.node(held.id).type)) return { element: arrow, id: `${arrow.dataset.source} -> ${arrow.dataset.target}` };
    if (box || !under?.closest("#picture .view")) return null;
    if (held.kind === "arrow") return { element: this.#view, ground: true, type: this.#column(event.clientX)?.type };
    return this.#column(event.clientX);
  }

  // on empty ground, the type of the boxes above and below
  #column(x) {
    for (const box of this.#view.querySelectorAll("[data-node]")) {
      const place = box.getBoundingClientRect();
      const node = this.#gestures.node(box.dataset.node);
      if (node && place.left <= x && x <= place.right) return { element: document.querySelector(`#zones [data-type=${node.type}]`), type: node.type };
    }
    return null;
  }

  #over(element) {
    for (const one of document.querySelectorAll(".over")) one.classList.remove("over");
    element?.classList.add("over");
  }

  #up(event) {
    const held = this.#held;
    if (!held?.on) return this.#end();
    const target = this.#target(event);
    this.#end();
    this.#moved = true; // the click that comes of it is none
    setTimeout(() => (this.#moved = false));
    if (target) this.#let(held, target);
  }

  #let(held, target) {
    const g = this.#gestures;
    if (held.kind === "note") return target.type ? g.sort(held.note, target.type) : g.noteTo(held.note, target.id);
    if (held.kind === "box") return target.notes ? g.unsort(held.id) : target.type !== g.node(held.id).type && g.move(held.id, target.type);
    return target.ground ? g.beside(held.id, true, target.type) : g.link(held.id, target.id);
  }

  #end() {
    this.#held?.layer?.remove();
    this.#held = null;
    this.#over(null);
    $("zones").hidden = true;
  }
}
