// The engine in a thread of its own: Python by Pyodide, Graphviz by viz.js. Messages come and go as text.
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { instance } from "@viz-js/viz";

const WASM = "pyodide.asm.wasm";
const PYTHON = "python_stdlib.zip";
const held = {};

// nothing is asked of a network: what Pyodide fetches is in the file
self.fetch = async (address) => {
  const name = String(address?.url ?? address).split("/").pop();
  if (!(name in held)) throw new Error(`${name} is not in the file`);
  const type = name === WASM ? "application/wasm" : "application/zip";
  return new Response(held[name], { headers: { "content-type": type } });
};

async function bytes(packed) {
  const data = typeof packed !== "string" ? new Uint8Array(packed) : Uint8Array.fromBase64 ? Uint8Array.fromBase64(packed) : Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  if (data[0] !== 0x1f) return data.buffer; // unpacked on its way, as some servers do
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function start({ wasm, python, site, language, today }) {
  const [code, library, ours, viz] = await Promise.all([bytes(wasm), bytes(python), bytes(site), instance()]);
  held[WASM] = code;
  held[PYTHON] = library;
  const engine = await loadPyodide({
    createPyodideModule,
    indexURL: "https://in.the.file/",
    stdLibURL: `https://in.the.file/${PYTHON}`,
    lockFileContents: LOCKED, // no packages but those in the file
    env: { RAPIDFUZZ_IMPLEMENTATION: "python", HOME: "/home/pyodide" },
  });
  engine.unpackArchive(new Uint8Array(ours), "tar", { extractDir: "/site" });
  const render = (dot) => viz.renderString(dot, { format: "json0", engine: "dot" });
  engine.globals.set("_given", engine.toPy({ language, today }));
  engine.globals.set("_render", render);
  engine.runPython("import sys; sys.path.insert(0, '/site')");
  return engine.runPython("from nyttokedja.app.host import Host; Host(_render, _given['language'], _given['today'])");
}

let host;
self.onmessage = async ({ data }) => {
  if (data.start) {
    try {
      host = await start(data.start);
      self.postMessage({ awake: true });
    } catch (error) {
      self.postMessage({ failed: String(error?.message ?? error) });
    }
    return;
  }
  try {
    self.postMessage({ number: data.number, answer: host.answer(data.message) });
  } catch (error) {
    self.postMessage({ number: data.number, failed: String(error?.message ?? error) });
  }
};
