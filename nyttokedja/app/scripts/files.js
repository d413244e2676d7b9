// Files: opened and saved in place where the browser lets us, else downloaded; and the draft that is kept meanwhile.
const DATABASE = "nyttokedja";
const STORE = "kept";
const TYPES = [{ description: "YAML", accept: { "text/yaml": [".yaml", ".yml"] } }];
const EVERY = 1000;

class Found {
  constructor(name, bytes) {
    this.name = name;
    this.bytes = bytes;
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
  #handle = null;
  #known = "";

  constructor() {
    setInterval(() => this.#follow(), EVERY);
  }

  forgetHandle() {
    this.#handle = null;
  }

  named(title) {
    return title.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "").slice(0, 60) || "kedja";
  }

  async open(input) {
    if (!window.showOpenFilePicker) return new Promise((found) => this.#pick(input, found));
    try {
      const [handle] = await window.showOpenFilePicker();
      const found = await this.#read(await handle.getFile());
      this.#handle = /\.ya?ml$/i.test(found.name) ? handle : null;
      this.#known = found.text();
      return found;
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
    const found = await this.#read(file);
    this.#handle = handle?.kind === "file" && /\.ya?ml$/i.test(found.name) ? handle : null;
    this.#known = found.text();
    return found;
  }

  async #read(file) {
    return new Found(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  // → the name of what was done, for the status line; "" where nothing was
  async save(name, text) {
    try {
      if (!this.#handle && window.showSaveFilePicker) this.#handle = await window.showSaveFilePicker({ suggestedName: name, types: TYPES });
    } catch {
      return "";
    }
    if (!this.#handle) {
      this.download(name, ".yaml", text, "text/yaml");
      return "downloaded";
    }
    const writable = await this.#handle.createWritable();
    await writable.write(text);
    await writable.close();
    this.#known = text;
    await this.#put("draft", null);
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

  keep(name, text) {
    return this.#put("draft", { name, text });
  }

  draft() {
    return this.#get("draft");
  }

  remember(key, value) {
    return this.#put(key, value);
  }

  recalled(key) {
    return this.#get(key);
  }

  forget() {
    return new Promise((done) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = () => done(true);
      request.onerror = () => done(false);
    });
  }

  async #put(key, value) {
    await this.#within("readwrite", (store) => (value === null ? store.delete(key) : store.put(value, key)));
  }

  #get(key) {
    return this.#within("readonly", (store) => store.get(key));
  }

  #within(mode, work) {
    return new Promise((done) => {
      let request;
      try {
        request = indexedDB.open(DATABASE, 1);
      } catch {
        return done(undefined); // storage is forbidden: nothing is kept, and all else works
      }
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => done(undefined);
      request.onsuccess = () => {
        const database = request.result;
        const asked = work(database.transaction(STORE, mode).objectStore(STORE));
        asked.onsuccess = () => (database.close(), done(asked.result));
        asked.onerror = () => (database.close(), done(undefined));
      };
    });
  }
}
