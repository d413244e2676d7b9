// A folder with site.tar, texts.json and licences.json → the one file: Python's parts are compiled by the Python that is in it and brought into its memory,
// everything is packed, and the share of each part is printed. The same parts give the same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import { lettersOf } from "./letters.js";
import { remember } from "./remember.mjs";
import { withoutData } from "./wasm_data.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const [folder, built] = process.argv.slice(2);
const modules = here + "node_modules/";

const packed = (data) => lettersOf(gzipSync(data, { level: 9, memLevel: 9 }));
const bundled = async (entry, options = {}) => {
  const made = await build({
    entryPoints: [here + entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["chrome120", "firefox120", "safari17"],
    charset: "utf8",
    alias: { texts: `${folder}/texts.json` },
    legalComments: "none",
    external: ["node:*", "ws", "fs", "path", "url", "vm", "crypto", "child_process", "fs/promises"],
    ...options,
  });
  return made.outputFiles[0].text;
};

// What is Python, as code; then the memory of an engine that has worked with it, and what is left to be looked up.
const maker = await loadPyodide();
maker.FS.writeFile("/site.tar", readFileSync(`${folder}/site.tar`));
maker.runPython(readFileSync(here + "compile.py", "utf8"));
const file = (name) => Buffer.from(maker.FS.readFile(name));
const remembered = await remember(file("/library.compiled.zip"), file("/site.compiled.tar"));
maker.globals.set("in_memory", maker.toPy(new Set(remembered.modules)));
maker.runPython("leave(in_memory)");
const wasm = readFileSync(modules + "pyodide/pyodide.asm.wasm");

const { info } = JSON.parse(readFileSync(modules + "pyodide/pyodide-lock.json", "utf8"));
const LOCKED = JSON.stringify(JSON.stringify({ info, packages: {} }));
const parts = {
  wasm: packed(wasm),
  memory: packed(Buffer.concat([remembered.head, withoutData(remembered.memory, wasm)])),
  library: packed(file("/library.rest.zip")),
  site: packed(file("/site.rest.tar")),
  worker: packed(Buffer.from(await bundled("worker.js", { format: "iife", define: { "import.meta.url": "self.location.href", LOCKED } }))),
};
const script = await bundled("app.js");
const style = (await bundled("app.css")).trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval' blob:`,
  "worker-src blob:",
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "connect-src data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const embedded = Object.entries(parts)
  .map(([name, data]) => `<script type="text/plain" id="part-${name}">${data}</script>`)
  .join("\n");
const told = readFileSync(`${folder}/licences.json`, "utf8").replace(/</g, "\\u003c");
const html = readFileSync(here + "app.html", "utf8")
  .replace("{policy}", () => policy)
  .replace("{style}", () => style)
  .replace("{parts}", () => `${embedded}\n<script type="application/json" id="licences">${told}</script>`)
  .replace("{script}", () => script);
const whole = Buffer.from(`\ufeff${html}`, "utf16le"); // the mark says so before any server does
writeFileSync(`${built}/nyttokedja.html`, whole);

const size = (n) => `${(n / 1e6).toFixed(2)} MB`;
for (const [name, data] of Object.entries(parts)) console.log(name.padEnd(10), size(2 * data.length));
console.log("page".padEnd(10), size(2 * (script.length + style.length)));
console.log("whole".padEnd(10), size(whole.length), createHash("sha256").update(whole).digest("hex"));
