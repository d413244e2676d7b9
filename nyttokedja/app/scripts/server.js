// The engine behind a server on this machine, as `nyttokedja board` starts it: asked one question at a time, and
// told of each state, whoever made it. Whatever is asked has a name of its own, so that it can be asked again.
import { unique } from "./make.js";
import { say } from "./said.js";

const PAUSES = [300, 1000, 3000]; // milliseconds before it is asked again, where nobody answered
const CHANGES = ["order", "undo", "redo", "fix", "format"];

export class Server {
  awake = false;
  keeps = true; // the chain, in its file: nothing is saved or opened here
  followed = () => {}; // what others have made of it
  lost = () => {}; // nobody is there any more, or somebody is again
  #who = who();
  #source = null;
  #known = -1; // the number of the newest state
  #newest = null;
  #pictured = -1;
  #asking = 0; // changes that have no answer yet
  #late = null;
  #isLost = false;
  #trouble = ""; // why the file cannot be got at

  start() {
    document.addEventListener("visibilitychange", () => this.#attend());
    return new Promise((first, failed) => this.#listen(first, failed));
  }

  async ask(message) {
    const changes = CHANGES.includes(message.ask);
    this.#asking += changes;
    const answer = await this.#answered(JSON.stringify({ token: unique(), ...message, who: this.#who }));
    this.#asking -= changes;
    const told = answer.state?.revision ?? (changes && answer.answer === "done" ? answer.revision : -1);
    this.#known = Math.max(this.#known, told);
    if (answer.state) answer.state = this.#newer(answer.state);
    if (changes && this.#late) setTimeout(() => this.#take(this.#late));
    if (answer.svg === undefined) return answer;
    if (answer.revision < this.#pictured) return { ...answer, svg: "" }; // a newer one is there
    this.#pictured = answer.revision;
    return answer;
  }

  // an answer that comes after what others have done since does not take that away
  #newer(state) {
    if (state.revision >= (this.#newest?.revision ?? -1)) this.#newest = state;
    return this.#newest;
  }

  async #answered(body) {
    for (const pause of [...PAUSES, 0]) {
      const answer = await sent(body);
      if (answer) return answer;
      if (pause) await new Promise((then) => setTimeout(then, pause));
    }
    return { answer: "refused", why: say("lost") };
  }

  // a browser has few connections to one server: a tab that nobody sees gives its own back
  #attend() {
    if (!document.hidden) this.#listen();
    else if (this.awake) this.#leave();
  }

  #leave() {
    this.#source?.close();
    this.#source = null;
  }

  #listen(first = () => {}, failed = () => {}) {
    if (this.#source) return;
    this.#source = new EventSource(`events?who=${this.#who}`);
    this.#source.addEventListener("state", (event) => {
      this.awake = true;
      this.#take(JSON.parse(event.data));
      first();
    });
    this.#source.onopen = () => {
      if (this.#isLost) this.lost(false);
      this.#isLost = false;
    };
    this.#source.onerror = () => {
      if (!this.#isLost) this.lost(true);
      this.#isLost = true;
      if (this.#source?.readyState === EventSource.CLOSED) failed(new Error("closed"));
    };
  }

  // what this tab is about to be told in an answer is not told twice
  #take(told) {
    this.#late = null;
    if (told.mine && this.#asking) this.#late = told;
    const isNew = told.state.revision > this.#known;
    if (told === this.#late || (!isNew && told.trouble === this.#trouble)) return;
    this.#trouble = told.trouble;
    this.#known = Math.max(this.#known, told.state.revision);
    this.followed({ ...told, state: this.#newer(told.state) }, isNew);
  }
}

// an answer; null where nobody was there to give one
async function sent(body) {
  try {
    const response = await fetch("ask", { method: "POST", headers: { "content-type": "application/json" }, body });
    if (response.ok || response.status === 400) return await response.json();
    return { answer: "refused", why: say({ 403: "lost", 413: "too_much" }[response.status] ?? "failed") };
  } catch {
    return null;
  }
}

// who sits here, for as long as the tab is open: what is theirs they can undo
function who() {
  const made = unique();
  try {
    const known = sessionStorage.getItem("who");
    if (!known) sessionStorage.setItem("who", made);
    return known ?? made;
  } catch {
    return made;
  }
}
