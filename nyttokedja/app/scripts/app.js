// The page of the app: what is typed and chosen becomes orders to the engine, whose state is shown again.
import { host } from "./host.js";
import { Files } from "./files.js";
import { arrowAt, Drag } from "./drag.js";
import { Gestures } from "./gestures.js";
import { Keys } from "./keys.js";
import { Out } from "./out.js";
import { Picture } from "./picture.js";
import { Strike } from "./strike.js";
import { $, unique } from "./make.js";
import { released } from "./pressed.js";
import { Screen } from "./screen.js";
import { say, setLanguage, language } from "./said.js";
import { chosen as picked, written } from "./dialogs.js";

const engine = host();
const files = new Files();
const board = {
  order,
  undoOne,
  details: (...at) => gestures.details(...at),
  choose: (id) => (choose(id), tell(described(id))),
  chosen: () => chosen,
  state: () => screen.state,
  next: (...at) => screen.next(...at),
  point: (id) => picture.point(id ?? chosen),
  ask: (message) => ask(message),
  tell: (text) => tell(text),
  also: (text) => tell(`${$("status").textContent} ${text}`),
  calm: () => screen.findings.busy,
  worth: () => screen.worth.open(),
  redraw: (from = chosen) => picture.draw(screen.state?.chain?.nodes.length ?? 0, from),
  drawn: () => drag.again(),
  zoom: (by) => picture.zoom(by),
  parts: () => picture.parts,
  leave: () => (strike.any ? strike.clear() : (choose(""), tell(say("no_box")))),
  remember: (key, value) => files.remember(key, value),
};
const strike = new Strike(board);
const picture = new Picture(board);
const gestures = new Gestures(board, strike);
const keys = new Keys(board, gestures);
const drag = new Drag(gestures);
const screen = new Screen(board, picture, () => gestures);
let file = 0;
let name = "";
let chosen = "";
let isNamed = false; // its title has been asked for since it was begun, and is what its file is called
let cannot = false; // there is no engine in this browser
let waiting = []; // what was typed before the engine was awake

const ask = (message) => engine.ask({ who: "me", file, ...message });
const tell = (text) => ($("status").textContent = text);

// what a state has become: on the disk first, if it was made here, and then on the screen. What is said of it is said
// before its picture is drawn, which takes its time: else it would come in the place of what was said meanwhile
async function shown(answer, made = true, from = chosen) {
  if (answer.answer !== "done") return released().then(() => tell(answer.why ?? say("failed")));
  if (answer.file) file = answer.file;
  const state = answer.state ?? (await ask({ ask: "state" })).state;
  name = state.file;
  const wasForbidden = files.isForbidden;
  if (made && !engine.keeps) await files.keep(name, state.chain?.title ?? name, (await ask({ ask: "file" })).text, waiting);
  await released();
  if (answer.said?.length) tell(answer.said.join(" "));
  screen.show(state, chosen);
  document.title = `${state.chain?.title ?? name} – nyttokedja`;
  for (const one of document.querySelectorAll("header button[disabled], header [data-out]")) one.disabled = false;
  $("undo").disabled = !state.undo.some((step) => step.mine || step.outside);
  $("undo_one").disabled = !state.undo.length;
  $("redo").disabled = !state.redo.length;
  $("save").disabled = false;
  strike.clear(true);
  if (state.readable) await board.redraw(from);
  if (files.isForbidden && !wasForbidden) tell(`${$("status").textContent} ${say("not_kept")}`); // a full disk: said once
  return state;
}

// → why it was not done, or ""
async function order(made, next) {
  if (!engine.awake) return later(made);
  if (!file) await create(say("untitled"));
  const { seen, ...asked } = made; // what was seen where it is to be written over
  const from = chosen;
  const answer = await ask({ ask: "order", order: asked, seen, token: unique() });
  await released();
  if (answer.answer !== "done" && made.do === "type") $("entry").value ||= made.text; // what was typed is not lost
  if (answer.answer !== "done" && seen !== undefined) screen.overtaken(made.id, seen); // what was typed is told
  if (chosen === from && next) chosen = next; // else another one has been chosen meanwhile
  else if (chosen === from && answer.touched?.length && made.do !== "type") chosen = answer.touched[0];
  await shown(answer, true, from);
  return answer.answer === "done" ? "" : (answer.why ?? say("failed"));
}

// what is typed before there is an engine, or without one
async function later(made) {
  waiting.push(made);
  if (cannot) screen.plain(waiting.map((one) => one.text));
  if (!engine.keeps) await files.remember("typed", waiting);
  tell(cannot ? say("as_text") : say("waits"));
}

function choose(id) {
  chosen = id;
  screen.choose(id);
}

// a box in words: what it is, and how many arrows lead from it and to it
function described(id) {
  const { nodes, arrows, beside } = screen.state?.chain ?? { nodes: [] };
  const node = nodes.find((one) => one.id === id);
  if (!node) return "";
  const ends = [...arrows.map(({ source, target }) => [source, target]), ...beside];
  const count = (end) => ends.filter((pair) => pair[end] === id).length;
  return say("at_box", { kind: node.kind, title: node.title, out: count(0), in: count(1) });
}

// another chain than before
function begin(of) {
  files.begin(of);
  chosen = "";
  isNamed = false;
  strike.clear(true);
  picture.clear();
  screen.worth.close();
}

async function create(title) {
  begin();
  return shown(await engine.ask({ who: "me", ask: "new", title, language: language(), name: `${files.named(title)}.yaml` }), false);
}

async function opened(found) {
  if (!found) return;
  if (engine.keeps) return tell(say("one_chain"));
  const message = found.isChain ? { ask: "open", text: found.text() } : { ask: "import", data: found.base64() };
  const answer = await engine.ask({ who: "me", name: found.name, ...message });
  if (answer.answer === "done") begin({ found });
  await shown({ ...answer, said: [say("opened", { name: found.name }), ...(answer.remarks ?? [])] }, !found.isChain);
}

async function resumed(draft, said) {
  begin({ id: draft.id });
  await shown({ ...(await engine.ask({ who: "me", ask: "open", name: draft.name, text: draft.text })), said: [said] }, false);
}

async function fromDrafts() {
  const drafts = await files.drafts();
  if (!drafts.length) return tell(say("no_drafts"));
  const when = (draft) => new Date(draft.when).toLocaleString(language(), { dateStyle: "short", timeStyle: "short" });
  const draft = await picked(say("which_draft"), drafts.map((one) => ({ value: one, title: `${one.title} (${when(one)})` })));
  if (draft) await resumed(draft, say("draft", { name: draft.title }));
}

// the title of a chain that began without one; null where nobody wants to say it now
async function titled() {
  const made = await written(say("ask_title"), screen.state.chain.title);
  if (!made) return null;
  isNamed = true; // or nobody wants to
  if (made.text !== screen.state.chain.title) await order({ do: "set", id: "", key: "title", value: made.text });
  return made;
}

const called = () => (isNamed ? `${files.named(screen.state.chain?.title ?? name)}.yaml` : name);

async function save() {
  if (engine.keeps && !cannot) return tell(say("kept_in", { name }));
  if (cannot) return files.download(say("notes"), ".txt", waiting.map((one) => `${one.text}\n`).join(""), "text/plain");
  if (!isNamed && screen.state.chain?.title === say("untitled") && !(await titled())) return null;
  const { text } = await ask({ ask: "file" });
  const where = await files.save(called(), text);
  return where && tell(say(where, { name: called() }));
}

// my newest step, or where there is none what another program did to the file
function undo() {
  const { undo: steps } = screen.state;
  const number = steps.some((step) => step.mine) ? undefined : steps.find((step) => step.outside)?.number;
  return ask({ ask: "undo", number });
}

// any of the last steps, by its name
async function undoOne() {
  const steps = screen.state?.undo ?? [];
  if (!steps.length) return tell(say("nothing_to_undo"));
  const named = ({ said, mine, outside }) => (mine || outside ? said : say("someone", { said }));
  const number = await picked(say("which_step"), steps.map((step) => ({ value: step.number, title: named(step) })));
  return number && shown(await ask({ ask: "undo", number }));
}

const out = new Out({ ask, tell, name: called, files });

$("typing").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("entry").value.trim();
  $("entry").value = "";
  files.line = "";
  if (text) order({ do: "type", text });
});
$("entry").addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!text.trim().includes("\n")) return;
  event.preventDefault();
  order({ do: "type", text });
});
$("entry").addEventListener("input", (event) => (files.line = event.target.value));
$("new").addEventListener("click", async () => {
  const made = await written(say("ask_title"), say("untitled"));
  if (!made) return;
  await create(made.text);
  isNamed = true;
});
$("open").addEventListener("click", async () => opened(await files.open($("file"))));
$("save").addEventListener("click", save);
$("undo").addEventListener("click", async () => shown(await undo()));
$("undo_one").addEventListener("click", undoOne);
$("redo").addEventListener("click", async () => shown(await ask({ ask: "redo" })));
$("format").addEventListener("click", async () => shown(await ask({ ask: "format" })));
$("fix").addEventListener("click", async () => shown(await ask({ ask: "fix" })));
$("print").addEventListener("click", () => window.print());
$("about").addEventListener("click", () => screen.about(JSON.parse($("licences").textContent)));
$("forget").addEventListener("click", async () => tell(say((await files.forget()) ? "forgotten" : "failed")));
for (const button of document.querySelectorAll("[data-out]")) button.addEventListener("click", () => out[button.dataset.out]());
$("language").addEventListener("change", (event) => {
  setLanguage(event.target.value);
  screen.findings.at(screen.findings.step);
  if (screen.state) screen.show(screen.state, chosen);
  files.remember("language", event.target.value);
});
$("drafts").addEventListener("click", fromDrafts);
$("keys").addEventListener("click", () => keys.help());
document.querySelector("#picture .view").addEventListener("click", (event) => {
  const box = event.target.closest("[data-node]");
  const arrow = !box && arrowAt(event.clientX, event.clientY);
  if (box) board.choose(box.dataset.node);
  else if (!arrow) board.leave();
  else gestures.unlinkAsked(arrow.dataset.source, arrow.dataset.target);
});
document.querySelector("#picture .view").addEventListener("dblclick", (event) => event.target.closest("[data-node]") && keys.title(event.target.closest("[data-node]").dataset.node));
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const typed = event.target.matches?.("input, textarea, select") && event.target.value;
  const press = { s: "save", o: "open" }[key] ?? (typed ? null : { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key]);
  if (!press) return;
  event.preventDefault();
  if (!$(press).disabled) $(press).click();
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  await opened(await files.dropped(event.dataTransfer));
});
for (const id of ["new", "open", "save", "drafts"]) $(id).hidden = Boolean(engine.keeps);
engine.lost = (isLost) => tell(say(isLost ? "lost" : "back"));
engine.followed = async ({ state, said, mine, outside, trouble, untitled }, isNew) => {
  const isFirst = !file;
  file = 1;
  const told = [];
  if (trouble) told.push(trouble);
  else if (isFirst || !isNew) told.push(say("kept_in", { name: state.file }));
  else if (!mine) told.push(outside ? said.join(" ") : say("someone", { said: said.join(" ") }));
  await shown({ answer: "done", state, said: told }, false);
  if (isFirst && untitled) await titled();
};
files.followed = async (text) => file && shown(await ask({ ask: "outside", text }), false);

setLanguage((await files.recalled("language")) ?? (/^(nb|no|nn)/.test(navigator.language) ? "nb" : /^sv/.test(navigator.language) ? "sv" : "en"));
$("language").value = language();
screen.findings.at("");
keys.letters = (await files.recalled("letters")) !== "off";
$("entry").focus();
if (!engine.keeps) waiting = [...((await files.recalled("typed")) ?? []), ...waiting];
$("entry").value ||= files.line ?? "";
try {
  if (!engine.keeps && typeof WebAssembly === "undefined") throw new Error("WebAssembly");
  await engine.start(language());
} catch {
  cannot = true;
}
if (cannot) {
  $("save").disabled = false;
  screen.plain(waiting.map((one) => one.text));
  tell(say(engine.keeps ? "lost" : "cannot"));
} else await begun();

async function begun() {
  if (!engine.keeps) await resumedOrNew();
  while (waiting.length) await order(waiting.shift());
}

async function resumedOrNew() {
  for (const id of ["drafts", "new", "open"]) $(id).disabled = false;
  tell(say(files.isForbidden ? "no_storage" : "awake"));
  const [draft, ...others] = await files.drafts();
  if (draft) await resumed(draft, say(others.length ? "draft_and_others" : "draft", { name: draft.title, n: others.length }));
}
