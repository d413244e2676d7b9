// The picture of the chain: drawn anew by turns, waiting where people ask for that, in the size that they choose.
import { partsOf } from "../../pages/scripts/marks.js";
import { $ } from "./make.js";
import { redrawn } from "./motion.js";
import { released } from "./pressed.js";
import { say } from "./said.js";

const MANY = 30; // so many boxes make a chain in which people may want to wait
const JUMPS = 5; // so many boxes that move are told of
const LEAST = 0.6; // of its size: smaller than that nobody reads it, and it is scrolled instead
const STEP = 1.25;
const SIZES = [0.1, 6];

// a picture is parsed as XML, in which no script runs
const trusted = window.trustedTypes?.createPolicy("nyttokedja", { createHTML: (svg) => svg }) ?? { createHTML: (svg) => svg };
const parsed = (svg) => new DOMParser().parseFromString(trusted.createHTML(svg), "image/svg+xml").documentElement;

export class Picture {
  parts = null;
  #board;
  #view = document.querySelector("#picture .view");
  #scale = null; // null: as wide as there is room for, and readable
  #drawing = false;
  #next = null;
  #late = 0;
  #waits = false;

  /** `board` has ask(message), chosen(), calm(), drawn(), tell(text), also(text). */
  constructor(board) {
    this.#board = board;
    $("pause").addEventListener("click", () => this.#pause(!this.#waits));
    $("wide").addEventListener("click", () => $("wide").setAttribute("aria-pressed", String(document.querySelector("main").classList.toggle("wide"))));
    for (const [id, by] of Object.entries({ larger: STEP, smaller: 1 / STEP, whole: 0 })) $(id).addEventListener("click", () => this.zoom(by));
    this.#view.addEventListener("wheel", (event) => event.ctrlKey && (event.preventDefault(), this.zoom(event.deltaY < 0 ? STEP : 1 / STEP)), { passive: false });
  }

  /** Nothing is drawn: another chain is begun. */
  clear() {
    this.#view.replaceChildren();
    this.parts = null;
    this.#scale = null;
    this.#told(0);
    this.#pause(false);
  }

  /** Draws a chain of so many boxes; where it was acted on, the box `from` is held in its place. */
  async draw(boxes, from) {
    $("pause").hidden = boxes < MANY && !this.#waits;
    $("no_picture").hidden = boxes > 0;
    if (!boxes) return this.clear();
    if (this.#waits) return this.#told(this.#late + 1);
    this.#next = { from: this.#next?.from ?? from };
    if (this.#drawing) return null;
    this.#drawing = true;
    while (this.#next) {
      const turn = this.#next;
      this.#next = null;
      await this.#drawn(turn.from);
    }
    this.#drawing = false;
    return null;
  }

  async #drawn(from) {
    const { svg } = await this.#board.ask({ ask: "picture", calm: this.#board.calm() });
    await released();
    if (!svg || !$("no_picture").hidden) return;
    const chosen = this.#board.chosen();
    const drawn = document.importNode(parsed(svg), true);
    this.#sized(drawn);
    const moved = redrawn(this.#view, drawn, chosen, from);
    this.parts = partsOf(drawn);
    this.point(chosen);
    this.#board.drawn();
    if (moved >= JUMPS) this.#board.also(say("moved", { n: moved }));
  }

  /** Shows where a box is, without choosing it. */
  point(id) {
    for (const box of this.#view.querySelectorAll("[data-node]")) box.classList.toggle("chosen", box.dataset.node === id);
  }

  // -- its size -------------------------------------------------------------------------------------------------

  /** Larger or smaller by a factor; by 0, all of it is seen. */
  zoom(by) {
    const drawn = this.#view.querySelector("svg");
    if (!drawn) return;
    const { width, height } = drawn.viewBox.baseVal;
    const was = drawn.getBoundingClientRect().width / width;
    const middle = [this.#view.scrollLeft + this.#view.clientWidth / 2, this.#view.scrollTop + this.#view.clientHeight / 2];
    const all = Math.min(this.#view.clientWidth / width, parseFloat(getComputedStyle(this.#view).maxHeight) / height);
    this.#scale = Math.max(SIZES[0], Math.min(SIZES[1], by ? was * by : all));
    this.#sized(drawn);
    this.#view.scrollLeft = (middle[0] * this.#scale) / was - this.#view.clientWidth / 2;
    this.#view.scrollTop = (middle[1] * this.#scale) / was - this.#view.clientHeight / 2;
    this.#board.tell(say("size", { n: Math.round(100 * this.#scale) }));
  }

  #sized(drawn) {
    const { width } = drawn.viewBox.baseVal;
    drawn.style.width = this.#scale ? `${this.#scale * width}px` : "";
    drawn.style.maxWidth = this.#scale ? "none" : "";
    drawn.style.minWidth = this.#scale ? "" : `${LEAST * width}px`;
  }

  // -- waiting --------------------------------------------------------------------------------------------------

  async #pause(waits) {
    const late = this.#late;
    this.#waits = waits;
    $("pause").setAttribute("aria-pressed", String(waits));
    this.#told(0);
    if (!waits && late) await this.#board.redraw();
  }

  #told(late) {
    this.#late = late;
    $("late").textContent = late ? say(late === 1 ? "late_one" : "late", { n: late }) : "";
  }
}

/** A picture as a PNG, three times as large as it is on the screen. */
export async function png(svg) {
  const { width, height } = parsed(svg).viewBox.baseVal;
  const image = new Image();
  await new Promise((done, failed) => Object.assign(image, { onload: done, onerror: failed, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` }));
  const scale = Math.min(3, 12000 / Math.max(width, height));
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
