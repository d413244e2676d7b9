// The engine behind the page: a worker made of what the file holds, asked by numbered messages.
import { unpacked } from "./letters.js";

const PARTS = ["wasm", "memory", "library", "site"];

export class Engine {
  awake = false;
  #worker = null;
  #open = new Map();
  #number = 0;

  async start(language) {
    const parts = Object.fromEntries(await Promise.all(PARTS.map(async (name) => [name, await part(name)])));
    this.#worker = new Worker(await workerAddress());
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    await new Promise((awake, failed) => {
      this.#worker.onerror = (event) => failed(new Error(event.message || "worker"));
      this.#worker.onmessage = ({ data }) => (data.awake ? awake() : failed(new Error(data.failed)));
      this.#worker.postMessage({ start: { ...parts, language, today: day } });
    });
    for (const name of [...PARTS, "worker"]) document.getElementById(`part-${name}`).remove();
    this.#worker.onmessage = ({ data }) => this.#answered(data);
    this.awake = true;
  }

  ask(message) {
    const number = ++this.#number;
    return new Promise((resolve) => {
      this.#open.set(number, resolve);
      this.#worker.postMessage({ number, message: JSON.stringify(message) });
    });
  }

  #answered({ number, answer, failed }) {
    const resolve = this.#open.get(number);
    this.#open.delete(number);
    resolve?.(failed ? { answer: "refused", why: failed } : JSON.parse(answer));
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
