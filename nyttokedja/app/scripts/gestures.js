// What a person does to a box or a note, by key or by pointer alike → the order that it means.
import { chosen, sure, written } from "./dialogs.js";
import { acceptAsked, detailsAsked } from "./forms.js";
import { TYPES } from "./make.js";
import { say } from "./said.js";

const AFTER = { change: "effect", effect: "benefit", benefit: "goal", goal: "goal", obstacle: "effect", risk: "drawback", precondition: "change", opportunity: "benefit", drawback: "benefit", cost: "change" };
const BEFORE = { change: "precondition", effect: "change", benefit: "effect", goal: "benefit", obstacle: "risk", risk: "change", precondition: "precondition", opportunity: "precondition", drawback: "change", cost: "change" };
const NAMES_BY = { obstacle: "hinders", risk: "at", precondition: "needed_for" };

export class Gestures {
  /** `board` has state(), order(order, next), ask(message), choose(id), point(id) and tell(text). */
  constructor(board, strike) {
    this.board = board;
    this.striking = strike;
  }

  node(id) {
    return this.board.state()?.chain?.nodes.find((node) => node.id === id);
  }

  // -- notes ----------------------------------------------------------------------------------------------------

  sort(note, type) {
    return this.board.order({ do: "sort", note, type });
  }

  async sortAsked(note) {
    const type = await this.#typeAsked(say("becomes", { note }), "effect");
    return type && this.sort(note, type);
  }

  /** A note that leads to a box; what it is, is asked. */
  async noteTo(note, target) {
    const node = this.node(target);
    const type = await this.#typeAsked(say("becomes_before", { note, title: node.title }), BEFORE[node.type]);
    return type && this.board.order({ do: "sort", note, type, targets: [target] });
  }

  async connectNote(note) {
    const target = await this.#boxAsked(say("connect_note", { note }), this.#nodes());
    return target && this.noteTo(note, target);
  }

  drop(note) {
    return this.board.order({ do: "drop", note });
  }

  // -- boxes ----------------------------------------------------------------------------------------------------

  link(source, target) {
    return source !== target && this.board.order({ do: "link", source, target }, source);
  }

  async connect(id) {
    const known = new Set([id, ...this.#arrows(id).filter(([source]) => source === id).map(([, target]) => target)]);
    const left = this.#nodes().filter((node) => !known.has(node.id));
    const next = AFTER[this.node(id).type]; // what it probably leads to comes first
    left.sort((one, other) => (other.type === next) - (one.type === next));
    const target = await this.#boxAsked(say("connect_box", { title: this.node(id).title }), left);
    return target && this.link(id, target);
  }

  /** A new box after or before another; of the type of the column where that was asked for, if it can be one. */
  async beside(id, after, type) {
    const node = this.node(id);
    const types = after ? TYPES.slice(0, 4).concat("drawback") : TYPES.filter((type) => type !== "cost");
    const made = await written(say(after ? "new_after" : "new_before", { title: node.title }), "", types, types.includes(type) ? type : (after ? AFTER : BEFORE)[node.type]);
    if (!made) return null;
    const pointing = after ? { sources: [id] } : { pointers: { [NAMES_BY[made.type] ?? "leads_to"]: [id] } };
    return this.board.order({ do: "add", type: made.type, title: made.text, ...pointing });
  }

  async type(id) {
    const node = this.node(id);
    const type = await this.#typeAsked(say("becomes_box", { title: node.title }), node.type);
    return type && type !== node.type && this.move(id, type);
  }

  move(id, type) {
    return this.board.order({ do: "move", id, type }, id);
  }

  unsort(id) {
    return this.board.order({ do: "unsort", id });
  }

  async arrows(id) {
    const title = this.node(id).title;
    const options = this.#arrows(id).map(([source, target]) => ({ value: [source, target], title: `${this.#named(source)} → ${this.#named(target)}` }));
    if (!options.length) return this.board.tell(say("no_arrows", { title }));
    const point = (pair) => this.board.point(pair?.find((end) => end !== id));
    const pair = await chosen(say("which_arrow", { title }), options, point);
    return pair && this.unlink(...pair, id);
  }

  unlink(source, target, next) {
    return this.board.order({ do: "unlink", source, target }, next ?? source);
  }

  async unlinkAsked(source, target) {
    const yes = await sure(say("sure_arrow", { from: this.#named(source), to: this.#named(target) }), await this.#falls([`${source} -> ${target}`]), say("remove"));
    return yes && this.unlink(source, target);
  }

  async remove(id) {
    const yes = await sure(say("sure", { title: this.node(id).title }), await this.#falls([id]), say("remove"));
    return yes && this.board.order({ do: "remove", id });
  }

  async retitle(id) {
    const seen = this.#named(id);
    const made = await written(say("box_title"), seen);
    return made && made.text !== seen && this.board.order({ do: "retitle", id, title: made.text, seen }, id);
  }

  details(id = "", key = "") {
    return detailsAsked(this.board, id, id ? this.#named(id) : this.board.state().chain.title, key);
  }

  strike(id) {
    return this.striking.toggle(id);
  }

  accept(id) {
    return acceptAsked(this.board, id, this.#named(id));
  }

  async find() {
    const id = await this.#boxAsked(say("find"), this.#nodes());
    if (id) this.board.choose(id);
    return id;
  }

  // -- what is asked --------------------------------------------------------------------------------------------

  #nodes() {
    return this.board.state()?.chain?.nodes ?? [];
  }

  #named(id) {
    return this.node(id)?.title ?? id;
  }

  #arrows(id) {
    const { arrows, beside } = this.board.state().chain;
    return [...arrows.map(({ source, target }) => [source, target]), ...beside].filter((pair) => pair.includes(id));
  }

  async #falls(of) {
    const told = await this.board.ask({ ask: "without", of });
    return told.lines ?? [];
  }

  #boxAsked(question, nodes) {
    if (!nodes.length) return this.board.tell(say("no_other"));
    const options = nodes.map((node) => ({ value: node.id, title: `${node.title} (${node.kind})` }));
    return chosen(question, options, (id) => this.board.point(id));
  }

  #typeAsked(question, first) {
    const options = TYPES.map((type, n) => ({ value: type, title: say(`type_${type}`), digit: String((n + 1) % 10) }));
    return chosen(question, options, undefined, first);
  }
}
