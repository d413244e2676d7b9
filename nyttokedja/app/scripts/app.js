// The page of the app: what is typed and chosen becomes orders to the engine, whose state is shown again.
import { Engine } from "./engine.js";
import { Files } from "./files.js";
import { Screen } from "./screen.js";
import { say, setLanguage, language } from "./said.js";

const $ = (id) => document.getElementById(id);
const engine = new Engine();
const files = new Files();
const screen = new Screen(order, choose);
let file = 0;
let name = "";
let chosen = "";
let waiting = []; // what was typed before the engine was awake

const ask = (message) => engine.ask({ who: "me", file, ...message });
const tell = (text) => ($("status").textContent = text);

async function shown(answer) {
  if (answer.answer !== "done") return tell(answer.why ?? say("failed"));
  if (answer.file) file = answer.file;
  const state = answer.state ?? (await ask({ ask: "state" })).state;
  name = state.file;
  if (answer.said?.length) tell(answer.said.join(" "));
  screen.show(state, chosen);
  document.title = `${state.chain?.title ?? name} – nyttokedja`;
  for (const one of document.querySelectorAll("header button[disabled], header [data-out]")) one.disabled = false;
  $("undo").disabled = !state.undo.some((step) => step.mine || step.outside);
  $("redo").disabled = !state.redo.length;
  $("save").disabled = false;
  const [text, picture] = await Promise.all([ask({ ask: "file" }), ask({ ask: "picture" })]);
  await files.keep(name, text.text);
  screen.draw(picture.svg ?? "", picture.why ?? "", chosen);
  return state;
}

async function order(made, next) {
  if (!engine.awake) return waiting.push(made), tell(say("waits"));
  if (!file) await create(say("untitled"));
  const answer = await ask({ ask: "order", order: made, token: crypto.randomUUID() });
  if (next) chosen = next;
  else if (answer.touched?.length && made.do !== "type") chosen = answer.touched[0];
  await shown(answer);
}

function choose(id) {
  chosen = id;
  screen.choose(id);
}

async function create(title) {
  files.forgetHandle();
  return shown(await engine.ask({ who: "me", ask: "new", title, language: language(), name: `${files.named(title)}.yaml` }));
}

async function opened(found) {
  if (!found) return;
  const chain = /\.ya?ml$/i.test(found.name);
  const message = chain ? { ask: "open", text: found.text() } : { ask: "import", data: found.base64() };
  const answer = await engine.ask({ who: "me", name: found.name, ...message });
  chosen = "";
  await shown(answer);
  if (answer.answer === "done") tell([say("opened", { name: found.name }), ...(answer.remarks ?? [])].join(" "));
}

async function save() {
  const { text } = await ask({ ask: "file" });
  const where = await files.save(name, text);
  if (where) tell(say(where, { name }));
}

const OUT = {
  svg: async () => files.download(name, ".svg", (await ask({ ask: "picture" })).svg, "image/svg+xml"),
  png: async () => files.download(name, ".png", await screen.png(), "image/png"),
  page: async () => files.download(name, ".html", (await ask({ ask: "page" })).text, "text/html"),
  xlsx: () => exported("xlsx"),
  notes: () => exported("notes"),
};

async function exported(format) {
  const made = await ask({ ask: "export", format });
  if (made.answer !== "done") return tell(made.why);
  files.downloadBytes(made.name, made.data);
  if (made.left_out.length) tell(made.left_out.join(" "));
}

$("typing").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("entry").value.trim();
  if (text) order({ do: "type", text });
  $("entry").value = "";
});
$("entry").addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!text.trim().includes("\n")) return;
  event.preventDefault();
  order({ do: "type", text });
});
$("new").addEventListener("click", async () => {
  const title = prompt(say("ask_title"), say("untitled"));
  if (title?.trim()) await create(title.trim());
});
$("open").addEventListener("click", async () => opened(await files.open($("file"))));
$("save").addEventListener("click", save);
$("undo").addEventListener("click", async () => shown(await ask({ ask: "undo" })));
$("redo").addEventListener("click", async () => shown(await ask({ ask: "redo" })));
$("format").addEventListener("click", async () => shown(await ask({ ask: "format" })));
$("fix").addEventListener("click", async () => shown(await ask({ ask: "fix" })));
$("print").addEventListener("click", () => window.print());
$("about").addEventListener("click", () => screen.about(JSON.parse($("licences").textContent)));
$("forget").addEventListener("click", async () => tell(say((await files.forget()) ? "forgotten" : "failed")));
for (const button of document.querySelectorAll("[data-out]")) button.addEventListener("click", () => OUT[button.dataset.out]());
$("language").addEventListener("change", (event) => {
  setLanguage(event.target.value);
  files.remember("language", event.target.value);
});
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
files.followed = async (text) => file && shown(await ask({ ask: "outside", text }));

setLanguage((await files.recalled("language")) ?? (/^(nb|no|nn)/.test(navigator.language) ? "nb" : /^sv/.test(navigator.language) ? "sv" : "en"));
$("language").value = language();
$("entry").focus();
try {
  await engine.start(language());
  tell(say("awake"));
  const draft = await files.draft();
  if (draft && !waiting.length) {
    await shown(await engine.ask({ who: "me", ask: "open", name: draft.name, text: draft.text }));
    tell(say("draft", { name: draft.name }));
  }
  const typed = waiting;
  waiting = [];
  for (const made of typed) await order(made);
} catch (error) {
  tell(say("cannot", { why: String(error?.message ?? error) }));
}
