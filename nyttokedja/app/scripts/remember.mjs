// Python's code → the memory of an engine that has been used, which the file holds so that none waits for it: the same code gives the same bytes.
import chance from "node:crypto";
import { instance } from "@viz-js/viz";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPyodide } from "pyodide";
import { ENVIRONMENT, asked } from "./settings.js";
import { unpack } from "./unpack.js";

const LARGEST = 1 << 22;
const SMALLEST = 1 << 6;

export async function remember(library, site) {
  still();
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  writeFileSync(join(folder, "library.zip"), library);
  const engine = await loadPyodide({ _makeSnapshot: true, stdLibURL: join(folder, "library.zip"), env: ENVIRONMENT });
  rmSync(folder, { recursive: true });
  unpack(engine.FS, site, "/site");
  const viz = await instance();
  engine.globals.set("_render", asked(viz));
  engine.runPython(readFileSync(new URL("memory.py", import.meta.url), "utf8"));
  const modules = JSON.parse(engine.runPython("json.dumps(in_memory)"));
  engine.runPython("del in_memory");
  wipe(engine._module);
  const made = Buffer.from(engine.makeMemorySnapshot());
  const start = made.readUInt32LE(4);
  return { modules, head: made.subarray(0, start), memory: made.subarray(start) };
}

// No clock, no chance and no place: all would be in the memory.
function still() {
  process.env.TZ = "UTC";
  process.argv[1] = ENVIRONMENT._;
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...given) {
      super(...(given.length ? given : [0]));
    }
    static now() {
      return 0;
    }
  };
  performance.now = () => 0;
  chance.randomFillSync = (values) => values.fill(1);
}

// What is free, emptied: it would be packed too.
function wipe(module) {
  const top = module._sbrk(0);
  const taken = [];
  for (let size = LARGEST; size >= SMALLEST; size /= 2) {
    for (let at; (at = module._malloc(size)); taken.push(at)) {
      if (at + size > top) {
        module._free(at);
        break;
      }
      module.HEAPU8.fill(0, at, at + size);
    }
  }
  for (const at of taken) module._free(at);
}
