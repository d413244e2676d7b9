// The engine in a thread of its own: Python by Pyodide, Graphviz by viz.js. Messages come and go as text.
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { instance } from "@viz-js/viz";
import { unpacked } from "./letters.js";
import { ENVIRONMENT, asked } from "./settings.js";
import { unpack } from "./unpack.js";
import { withoutData } from "./wasm_data.js";

const WASM = "pyodide.asm.wasm";
const LIBRARY = "library.zip";
const held = {};

// nothing is asked of a network: what Pyodide fetches is in the file
self.fetch = async (address) => {
  const name = String(address?.url ?? address).split("/").pop();
  if (!(name in held)) throw new Error(`${name} is not in the file`);
  const type = name === WASM ? "application/wasm" : "application/zip";
  return new Response(held[name], { headers: { "content-type": type } });
};

const bytes = async (packed) => new Uint8Array(await unpacked(packed).arrayBuffer());

async function start({ wasm, memory, library, site, language, today }) {
  const [code, kept, rest, files, viz] = await Promise.all([...[wasm, memory, library, site].map(bytes), instance()]);
  held[WASM] = code;
  held[LIBRARY] = rest;
  const remembered = kept.subarray(new Uint32Array(kept.buffer, 0, 2)[1]);
  withoutData(remembered, code);
  const engine = await loadPyodide({
    createPyodideModule: async (settings) => {
      const module = await createPyodideModule(settings);
      module.growMemory(remembered.length); // Pyodide means to, and its program does not ask what it means
      return module;
    },
    _loadSnapshot: kept,
    indexURL: "https://in.the.file/",
    stdLibURL: `https://in.the.file/${LIBRARY}`,
    lockFileContents: LOCKED, // no packages but those in the file
    env: ENVIRONMENT,
  });
  unpack(engine.FS, files, "/site");
  engine.globals.set("_given", engine.toPy({ language, today }));
  engine.globals.set("_render", asked(viz));
  return engine.runPython("import random; random.seed(); Host(_render, _given['language'], _given['today'])");
}

// The page sees by a lock that nobody else asks for whether this worker is still there.
function watched(life) {
  return new Promise((told) => {
    const held = () => (told(true), new Promise(() => {}));
    if (!navigator.locks) told(false);
    else navigator.locks.request(life, held).catch(() => told(false)); // as some browsers do with files on a disk
  });
}

let host;
self.onmessage = async ({ data }) => {
  if (data.start) {
    try {
      host = await start(data.start);
      self.postMessage({ awake: true, watched: await watched(data.start.life) });
    } catch (error) {
      self.postMessage({ failed: String(error?.message ?? error) });
    }
    return;
  }
  try {
    self.postMessage({ number: data.number, answer: host.answer(data.message) });
  } catch (error) {
    self.postMessage({ number: data.number, failed: String(error?.message ?? error), dead: error?.name !== "PythonError" });
  }
};
