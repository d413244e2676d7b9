// Files: opened and saved in place where the browser lets us, else downloaded; and the draft that is kept meanwhile.
import { unique } from "./make.js";

const DATABASE = "nyttokedja";
const STORE = "kept";
const TYPES = [{ description: "YAML", accept: { "text/yaml": [".yaml", ".yml"] } }];
const EVERY = 1000;
const DRAFT = "draft ";
const LINE = `${DATABASE} line`;

class Found {
  constructor(name, bytes, handle = null) {
    this.name = name;
    this.bytes = bytes;
    this.handle = this.isChain ? handle : null;
  }
  get isChain() {
    return /\.ya?ml$/i.test(this.name);
  }
  text() {
    return new TextDecoder().decode(this.bytes);
  }
  base64() {
    let text = "";
    for (let n = 0; n < this.bytes.length; n += 8192) text += String.fromCharCode(...this.bytes.subarray(n, n + 8192));
    return btoa(text);
  }
}

export class Files {
  followed = () => {};
  isForbidden = false; // to keep anything on this machine
  #id = unique();
  #handle = null;
  #known = "";

  constructor() {
    setInterval(() => this.#follow(), EVERY);
  }

  /** From now on it is about another chain: one that is new, the draft of an id, or a file that was found. */
  begin({ id = unique(), found = null } = {}) {
    this.#id = id;
    this.#handle = found?.handle ?? null;
    this.#known = found?.text() ?? "";
    tabHolds(id);
  }

  named(title) {
    return title.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "").slice(0, 60) || "kedja";
  }

  async open(input) {
    if (!window.showOpenFilePicker) return new Promise((found) => this.#pick(input, found));
    try {
      const [handle] = await window.showOpenFilePicker();
      return await this.#read(await handle.getFile(), handle);
    } catch {
      return null; // nothing was chosen
    }
  }

  #pick(input, found) {
    input.onchange = async () => found(input.files[0] ? await this.#read(input.files[0]) : null);
    input.value = "";
    input.click();
  }

  async dropped(transfer) {
    const [item] = transfer.items ?? [];
    const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
    const file = transfer.files[0];
    if (!file) return null;
    return this.#read(file, handle?.kind === "file" ? handle : null);
  }

  async #read(file, handle) {
    return new Found(file.name, new Uint8Array(await file.arrayBuffer()), handle);
  }

  // → the name of what was done, for the status line; "" where nothing was
  async save(name, text) {
    try {
      if (!this.#handle && window.showSaveFilePicker) this.#handle = await window.showSaveFilePicker({ suggestedName: name, types: TYPES });
    } catch {
      return "";
    }
    return this.#saved(name, text).catch(() => "not_saved"); // a full disk, a share that is gone: the draft is there
  }

  async #saved(name, text) {
    if (!this.#handle) {
      this.download(name, ".yaml", text, "text/yaml");
      await this.discard(this.#id);
      return "downloaded";
    }
    const writable = await this.#handle.createWritable();
    await writable.write(text);
    await writable.close();
    this.#known = text;
    await this.discard(this.#id);
    return "saved";
  }

  async #follow() {
    if (!this.#handle) return;
    const text = await this.#handle.getFile().then((file) => file.text()).catch(() => this.#known);
    if (text === this.#known) return;
    this.#known = text;
    this.followed(text);
  }

  download(name, ending, content, type) {
    this.#give(name.replace(/\.ya?ml$/i, "") + ending, content instanceof Blob ? content : new Blob([content], { type }));
  }

  downloadBytes(name, base64) {
    this.#give(name, new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
  }

  #give(name, blob) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // -- what is kept on this machine ---------------------------------------------------------------------------

  /** Keeps a chain that is not saved, and of what was typed what is left to be done, at once or not at all. */
  keep(name, title, text, typed) {
    const draft = { id: this.#id, name, title, text, when: Date.now() };
    return this.#within("readwrite", (store) => (store.put(typed, "typed"), store.put(draft, DRAFT + this.#id)));
  }

  /** What is not saved, the newest first; before them what this tab held when it was closed. */
  async drafts() {
    const all = await this.#within("readonly", (store) => store.getAll(IDBKeyRange.bound(DRAFT, `${DRAFT}\uffff`)));
    const mine = tabHeld();
    return (all ?? []).sort((one, other) => (other.id === mine) - (one.id === mine) || other.when - one.when);
  }

  discard(id) {
    return this.#within("readwrite", (store) => store.delete(DRAFT + id));
  }

  remember(key, value) {
    return this.#put(key, value);
  }

  recalled(key) {
    return this.#get(key);
  }

  /** The line that is being typed, kept before this returns: a database would be too late for a tab that goes now. */
  set line(text) {
    stored(() => localStorage, LINE, text);
  }

  get line() {
    return stored(() => localStorage, LINE);
  }

  forget() {
    stored(() => localStorage, LINE, null);
    stored(() => sessionStorage, DATABASE, null);
    return this.#within("readwrite", (store) => store.clear()).then(() => !this.isForbidden);
  }

  #put(key, value) {
    return this.#within("readwrite", (store) => store.put(value, key));
  }

  #get(key) {
    return this.#within("readonly", (store) => store.get(key));
  }

  // done when it is on the disk
  #within(mode, work) {
    return new Promise((done) => {
      const not = () => ((this.isForbidden = true), done(undefined)); // nothing is kept, and all else works
      try {
        const request = indexedDB.open(DATABASE, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE);
        request.onerror = not;
        request.onsuccess = () => {
          const database = request.result;
          const ended = (then) => () => (database.close(), then());
          try {
            const all = database.transaction(STORE, mode, { durability: "strict" });
            const asked = work(all.objectStore(STORE));
            all.oncomplete = ended(() => ((this.isForbidden = false), done(asked.result)));
            all.onabort = ended(not);
          } catch {
            ended(not)();
          }
        };
      } catch {
        not();
      }
    });
  }
}

// Which draft this tab holds, for when it is opened again; where that is forbidden, the newest will do.
const tabHolds = (id) => stored(() => sessionStorage, DATABASE, id);
const tabHeld = () => stored(() => sessionStorage, DATABASE);

// what a storage has under a key, once it has been given the new text, if any; null takes it away, and is what there is
// where it may not be used
function stored(storage, key, text) {
  try {
    if (text === null) storage().removeItem(key);
    else if (text !== undefined) storage().setItem(key, text);
    return storage().getItem(key);
  } catch {
    return null;
  }
}
