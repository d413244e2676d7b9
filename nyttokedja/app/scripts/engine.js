// The engine behind the page: a worker made of what the file holds, asked by numbered messages. One that dies is
// replaced by another, which is given the chain as it was last.
import { unpacked } from "./letters.js";
import { unique } from "./make.js";
import { say } from "./said.js";

const PARTS = ["wasm", "memory", "library", "site"];
const CHANGES = ["open", "new", "import", "outside", "order", "undo", "redo", "fix", "format"];

export class Engine {
  awake = false;
  followed = () => {}; // the chain is shown again, by another worker
  #worker = null;
  #ready = null; // the worker can be asked
  #open = new Map();
  #number = 0;
  #language = "";
  #file = 0; // the chain's number in the worker that is there
  #chain = null; // its name and text

  async start(language) {
    this.#language = language;
    await this.#wake();
    this.#ready = Promise.resolve(true);
    this.awake = true;
  }

  async #wake() {
    const parts = Object.fromEntries(await Promise.all(PARTS.map(async (name) => [name, await part(name)])));
    const worker = new Worker(await workerAddress());
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const life = `engine ${unique()}`;
    const isWatched = await new Promise((awake, failed) => {
      worker.onerror = (event) => failed(new Error(event.message || "worker"));
      worker.onmessage = ({ data }) => (data.awake ? awake(data.watched) : failed(new Error(data.failed)));
      worker.postMessage({ start: { ...parts, language: this.#language, today: day, life } });
    });
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answered(worker, data);
    worker.onerror = () => this.#died(worker);
    if (isWatched) navigator.locks.request(life, () => this.#died(worker)); // it is free when the worker is no more
  }

  async ask(message) {
    if (!(await this.#ready)) return { answer: "refused", why: say("failed") };
    const answer = await this.#asked({ ...message, ...(message.file && { file: this.#file }) });
    if (answer.answer === "done" && CHANGES.includes(message.ask)) await this.#remember(answer);
    return answer;
  }

  async #remember({ file, state }) {
    const known = this.#file;
    if (file) this.#file = file;
    if (file && known) this.#asked({ ask: "close", file: known });
    const { text } = await this.#asked({ ask: "file", file: this.#file });
    if (text !== undefined) this.#chain = { name: state?.file ?? this.#chain.name, text };
  }

  #asked(message) {
    const number = ++this.#number;
    return new Promise((resolve) => {
      this.#open.set(number, resolve);
      this.#worker.postMessage({ number, message: JSON.stringify(message) });
    });
  }

  #answered(worker, { number, answer, failed, dead }) {
    if (dead) return this.#died(worker);
    const resolve = this.#open.get(number);
    this.#open.delete(number);
    resolve?.(failed ? { answer: "refused", why: say("failed") } : JSON.parse(answer));
  }

  #died(worker) {
    if (worker !== this.#worker) return;
    this.#worker = null;
    worker.terminate();
    const left = [...this.#open.values()];
    this.#open.clear();
    this.#ready = this.#again().catch(() => false);
    for (const resolve of left) resolve({ answer: "refused", why: say("restarted") });
  }

  async #again() {
    await this.#wake();
    this.#file = 0;
    if (!this.#chain) return true;
    const told = await this.#asked({ ask: "open", who: "me", ...this.#chain });
    if (told.answer !== "done") return false;
    this.#file = told.file;
    setTimeout(() => this.followed({ state: told.state, said: [say("restarted")], outside: true }, true));
    return true;
  }
}

// a part of the engine: in this file, or in a file beside it
const held = (name) => document.getElementById(`part-${name}`);

async function part(name) {
  const { href, textContent } = held(name);
  return href ? (await fetch(href)).arrayBuffer() : textContent;
}

async function workerAddress() {
  const { href, textContent } = held("worker");
  return href || URL.createObjectURL(new Blob([await unpacked(textContent).text()], { type: "text/javascript" }));
}
