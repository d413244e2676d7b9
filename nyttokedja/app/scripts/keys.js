// The keyboard: single keys act where the picture, the list or a note has focus, and can be turned off.
import { keysTold } from "./dialogs.js";
import { $, TYPES } from "./make.js";
import { say } from "./said.js";

const PANES = ["entry", "notes", "picture", "list", "worth", "box", "findings"];
const OF_BOX = { l: "connect", t: "type", u: "unsort", k: "arrows", d: "details", s: "strike", g: "accept" };
const ZOOM = { "+": 1.25, "-": 0.8, 0: 0 };
const TOLD = ["n", "digits", "l", "ab", "t", "u", "k", "d", "s", "g", "v", "enter", "del", "find", "arrows", "zoom", "esc", "pane", "undo", "z", "help"];

export class Keys {
  letters = true;
  #board;
  #gestures;
  #returnTo = null; // from where a title was gone to

  constructor(board, gestures) {
    this.#board = board;
    this.#gestures = gestures;
    document.addEventListener("keydown", (event) => this.#pressed(event));
    $("box").addEventListener("keydown", (event) => this.#ofTitle(event));
  }

  help() {
    const rows = TOLD.map((name) => say(`key_${name}`).split(" – "));
    return keysTold(rows, this.letters, (on) => {
      this.letters = on;
      this.#board.remember("letters", on ? "on" : "off");
    });
  }

  #pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.key === "F6") return this.#done(event, () => this.#pane(event.shiftKey ? -1 : 1));
    if (event.target.matches?.("input, textarea, select")) return;
    const note = event.target.closest?.("#notes li[data-note]");
    const listed = event.target.closest?.("#list");
    if (!note && !listed && !event.target.closest?.("#picture .view")) return;
    const act = note ? this.#ofNote(event, note) : this.#ofBox(event, listed);
    if (act) this.#done(event, act);
  }

  #done(event, act) {
    event.preventDefault();
    act();
  }

  #anywhere(key) {
    if (!this.letters) return null;
    return { n: () => $("entry").focus(), "/": () => this.#gestures.find(), z: () => this.#board.undoOne(), v: () => this.#board.worth(), "?": () => this.help() }[key];
  }

  #ofNote(event, item) {
    const { note } = item.dataset;
    const { key } = event;
    const g = this.#gestures;
    if (key === "ArrowDown" || key === "ArrowUp") return () => (key === "ArrowDown" ? item.nextElementSibling : item.previousElementSibling)?.querySelector(".words").focus();
    if (key === "Delete") return () => g.drop(note);
    if ((key === "Enter" && event.target.matches(".words")) || key === "F2") return () => g.sortAsked(note);
    if (!this.letters) return null;
    if (/^\d$/.test(key)) return () => g.sort(note, TYPES[(Number(key) + 9) % 10]);
    return { l: () => g.connectNote(note), t: () => g.sortAsked(note) }[key.toLowerCase()] ?? this.#anywhere(key.toLowerCase());
  }

  #ofBox(event, listed) {
    const { key } = event;
    const letter = key.toLowerCase();
    const id = event.target.dataset.id ?? this.#board.chosen();
    if (/^(Arrow|Home$|End$)/.test(key)) return () => this.#walk(id, key, listed);
    if (key === "Escape") return () => this.#board.leave();
    if (this.letters && key in ZOOM) return () => this.#board.zoom(ZOOM[key]);
    if (letter === "d" && this.letters && !this.#gestures.node(id) && this.#board.state()?.chain) return () => this.#gestures.details();
    if (!id || !this.#gestures.node(id)) return this.#anywhere(letter) ?? (OF_BOX[letter] && this.letters ? () => this.#board.tell(say("no_box")) : null);
    const g = this.#gestures;
    if (key === "Enter" || key === "F2") return () => this.title(id);
    if (key === "Delete") return () => g.remove(id);
    if (!this.letters) return null;
    if (letter === "a" || letter === "b") return () => g.beside(id, letter === "a");
    const name = OF_BOX[letter];
    return name ? () => g[name](id) : this.#anywhere(letter);
  }

  #walk(id, key, listed) {
    const next = this.#board.next(id, key, listed);
    if (!next) return id && this.#board.tell(say("no_way"));
    this.#board.choose(next);
    if (listed) document.querySelector(`#list button[data-id="${CSS.escape(next)}"]`)?.focus();
    return null;
  }

  title(id) {
    const from = document.activeElement;
    this.#board.choose(id);
    if (!$("box_title").offsetParent) return this.#gestures.retitle(id); // the picture alone is shown
    $("box_title").focus();
    $("box_title").select();
    this.#returnTo = from.dataset.id ? { id: from.dataset.id } : from;
    return null;
  }

  #ofTitle(event) {
    if (event.target.id !== "box_title" || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") event.target.value = event.target.defaultValue;
    const back = this.#returnTo;
    this.#returnTo = null;
    event.target.blur(); // tells of what was changed
    (back?.id ? document.querySelector(`#list button[data-id="${CSS.escape(back.id)}"]`) : back ?? $("box_title"))?.focus();
  }

  #pane(way) {
    const places = PANES.map((name) => ({ entry: $("entry"), picture: document.querySelector("#picture .view") })[name] ?? $(name)).filter((place) => place.offsetParent);
    const at = places.findIndex((place) => place.contains(document.activeElement));
    const next = places[(at + way + places.length) % places.length];
    const within = { notes: ".words", list: "button[tabindex='0']" }[next.id];
    (within && next.querySelector(within) || next).focus();
  }
}
