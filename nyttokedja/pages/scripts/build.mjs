// Bundles the scripts and the styles of pages into ../built, and notes of what: BUILD.json says with which esbuild,
// and has the sha256 of every source and result, which a test compares where there is no Node.
import { build, version } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const built = fileURLToPath(new URL("../built/", import.meta.url));
const entries = readdirSync(here).filter((name) => name === "page.js" || name === "page.css");
const sources = readdirSync(here).filter((name) => /\.(js|css|mjs)$/.test(name) || /^package(-lock)?\.json$/.test(name));

mkdirSync(built, { recursive: true });
await build({
  entryPoints: entries.map((name) => here + name),
  outdir: built,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome120", "firefox120", "safari16"],
  charset: "utf8",
  legalComments: "none",
});

const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const hashes = (folder, names) => Object.fromEntries([...names].sort().map((name) => [name, hash(folder + name)]));
const record = { esbuild: version, sources: hashes(here, sources), results: hashes(built, entries) };
writeFileSync(built + "BUILD.json", JSON.stringify(record, null, 2) + "\n");
