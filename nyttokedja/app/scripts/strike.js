// Boxes that are struck out to see what falls: nothing is written, and the next thing that is done takes it back.
import { draw } from "../../pages/scripts/marks.js";
import { $, make } from "./make.js";
import { say } from "./said.js";

export class Strike {
  #struck = new Set();
  #board;

  /** `board` has ask(message), tell(text), parts(). */
  constructor(board) {
    this.#board = board;
    $("take_back").addEventListener("click", () => (this.clear(), document.querySelector("#picture .view").focus()));
  }

  get any() {
    return this.#struck.size > 0;
  }

  /** Strikes a box out, or takes that back. */
  async toggle(id) {
    if (!this.#struck.delete(id)) this.#struck.add(id);
    if (!this.any) return this.clear();
    const of = [...this.#struck];
    const told = await this.#board.ask({ ask: "without", of });
    if (told.answer !== "done") return this.#board.tell(told.why);
    $("struck").hidden = false;
    document.querySelector("#struck ul").replaceChildren(...told.lines.map((line) => make("li", line.trim())));
    const { lost, exposed } = told;
    const marks = new Map([...of.map((one) => [one, "struck"]), ...lost.map((one) => [one, "lost"]), ...exposed.map((one) => [one, "exposed"])].map(([one, name]) => [one, new Set([name])]));
    if (this.#board.parts()) draw(this.#board.parts(), marks, (source, target) => (of.includes(source) || of.includes(target) ? ["cut"] : []));
    return this.#board.tell([say(of.length === 1 ? "struck_one" : "struck_n", { n: of.length }), say("falls", { n: lost.length })].join(" "));
  }

  /** All is as it is. */
  clear(quietly) {
    if (!this.any) return;
    if (!quietly) this.#board.tell(say("taken_back"));
    this.#struck.clear();
    $("struck").hidden = true;
    if (this.#board.parts()) draw(this.#board.parts(), new Map(), () => []);
  }
}
