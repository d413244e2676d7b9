// Everything that the page does where scripts run. Without them it has the same things to read.
import { around, chainOf, isGood, whatFalls } from "./chain.js";
import { copyPicture } from "./copy.js";
import { draw, partsOf } from "./marks.js";
import { fill, sentence, struckHead } from "./said.js";
import { handle, viewOf } from "./view.js";
import { step } from "./walk.js";

const READABLE = 0.5; // CSS px for each px of the picture: smaller than that no text in it can be read
const by = (id) => document.getElementById(id);
const chain = chainOf(JSON.parse(by(".chain").textContent));
const words = chain.words.page;
const here = chain.order.filter(({ id }) => by(id)); // of a chain that is shown in part
const svg = document.querySelector(".view > svg");
const aside = by(".aside");
const search = by(".search");
const filters = [...document.querySelectorAll("[data-filter]")];
const viewBox = svg?.getAttribute("viewBox");
const parts = svg && partsOf(svg);
const still = matchMedia("(prefers-reduced-motion: reduce)");

let chosen = "";
let at = ""; // the box that the keys of the picture are at
let struck = []; // ids of boxes, and [source, target] of arrows
let shown = null; // ids of what search and filters let through; null for all
let view = null;

const say = (text) => (by(".status").textContent = text);
const title = (id) => chain.nodes.get(id).title;
const boxesStruck = () => struck.filter((one) => typeof one === "string");
const arrowsStruck = () => struck.filter((one) => typeof one !== "string");
const isEnd = ([source, target], [tail, head]) => source === tail && target === head;

// -- what is drawn ------------------------------------------------------------------------------------

function redraw() {
  const falls = struck.length ? whatFalls(chain, boxesStruck(), arrowsStruck()) : [];
  if (!parts) return tell(falls);
  const near = chosen ? around(chain, chosen) : null;
  const marks = new Map();
  const mark = (id, name) => marks.set(id, (marks.get(id) ?? new Set()).add(name));
  for (const { id } of chain.order) {
    if (near && id !== chosen && near.up.has(id)) mark(id, "up");
    if (near && id !== chosen && near.down.has(id)) mark(id, "down");
    if (shown ? !shown.has(id) : near && !near.up.has(id) && !near.down.has(id)) mark(id, "rest");
    if (shown?.has(id)) mark(id, "found");
  }
  if (chosen) mark(chosen, "chosen");
  for (const id of boxesStruck()) mark(id, "struck");
  for (const one of falls) if (!isGood(one)) mark(one.node, one.effect === "single" || one.effect === "exposed" ? "exposed" : "lost");
  const along = (side, source, target) => near && near[side].has(source) && near[side].has(target);
  draw(parts, marks, (source, target) => [
    ...(along("up", source, target) || along("down", source, target) ? ["on"] : near ? ["off"] : []),
    ...(arrowsStruck().some((ends) => isEnd(ends, [source, target])) ? ["cut"] : []),
  ]);
  tell(falls);
}

const make = (name, text = "", attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const button = (text, act) => {
  const made = make("button", text, { type: "button" });
  made.addEventListener("click", act);
  return made;
};

/** Fills the pane beside the picture: the chosen box, and what falls. */
function tell(falls) {
  const held = [];
  if (struck.length) {
    const list = make("ul", "", { class: "remarks" });
    for (const one of falls) {
      const good = isGood(one);
      const item = make("li");
      item.append(make("b", good ? "✓ " : "✗ ", { class: good ? "info" : "error" }), sentence(chain, one, good));
      list.append(item);
    }
    held.push(make("h3", words.falls), make("p", struckHead(chain, boxesStruck(), arrowsStruck())));
    held.push(falls.length ? list : make("p", chain.words.struck.nothing));
    if (chain.calculated) held.push(make("p", words.not_calculated));
    held.push(button(words.restore_all, () => restore()));
  }
  const article = chosen && by(chosen);
  if (article) {
    const copy = article.cloneNode(true);
    copy.removeAttribute("id");
    const bar = make("div", "", { class: "bar" });
    bar.append(button(struck.includes(chosen) ? words.restore : words.strike, () => strike(chosen)));
    for (const { source, target } of chain.arrows.filter(({ source }) => source === chosen)) {
      const gone = arrowsStruck().some((ends) => isEnd(ends, [source, target]));
      const said = fill(gone ? words.restore_arrow : words.strike_arrow, { title: title(target) });
      bar.append(button(said, () => strike([source, target])));
    }
    bar.append(button(words.close, () => choose("")));
    copy.querySelector("h3").after(bar);
    held.push(copy);
  }
  const had = aside.contains(document.activeElement);
  aside.replaceChildren(...held);
  aside.hidden = !held.length;
  if (had) aside.focus();
  document.body.classList.toggle("beside", held.length > 0);
  view?.again();
}

// -- what is done -------------------------------------------------------------------------------------

function choose(id, { quiet = false } = {}) {
  chosen = chain.nodes.has(id) ? id : "";
  if (!quiet) history.pushState(null, "", chosen ? `#${encodeURIComponent(chosen)}` : location.pathname + location.search);
  redraw();
  if (!chosen) return say(words.nothing_chosen);
  stand(chosen);
  const { up, down } = around(chain, chosen);
  say(fill(words.chosen, { title: title(chosen), up: up.size - 1, down: down.size - 1 }));
}

function strike(one) {
  const same = (other) => (typeof one === "string" ? other === one : typeof other !== "string" && isEnd(other, one));
  struck = struck.some(same) ? struck.filter((other) => !same(other)) : [...struck, one];
  redraw();
  if (!struck.length) return say(words.restored);
  const { length: n } = whatFalls(chain, boxesStruck(), arrowsStruck());
  const told = n ? fill(words.affected, { n }) : chain.words.struck.nothing;
  say(`${struckHead(chain, boxesStruck(), arrowsStruck())} ${told}`);
}

function restore() {
  struck = [];
  redraw();
  say(words.restored);
}

/** The keys of the picture are at this box from now on; it is the picture's one stop for the tab key. */
function stand(id, { focus = false, quiet = false } = {}) {
  if (!parts?.boxes.has(id)) return;
  parts.boxes.get(at)?.[0].setAttribute("tabindex", "-1");
  at = id;
  const drawn = parts.boxes.get(id)[0];
  drawn.setAttribute("tabindex", "0");
  if (focus) drawn.focus({ preventScroll: true });
  if (!quiet) view.reveal(parts.place(drawn));
}

function find() {
  const sought = search.value.trim().toLocaleLowerCase();
  const wanted = filters.filter(({ value }) => value !== " ");
  const fits = (node) =>
    wanted.every(({ value, dataset }) => node[dataset.filter] === value) &&
    (!sought || by(node.id).textContent.toLocaleLowerCase().includes(sought));
  shown = sought || wanted.length ? new Set(here.filter(fits).map(({ id }) => id)) : null;
  const hide = (part, id) => (part.hidden = shown !== null && !shown.has(id));
  for (const { id } of here) hide(by(id), id);
  for (const link of document.querySelectorAll(".boxes a, .table tbody th a")) {
    hide(link.closest("li, tr"), link.dataset.to);
  }
  redraw();
  const n = shown?.size;
  say(shown ? fill(n ? words.found : words.found_none, { n, of: here.length }) : words.found_all);
}

const acts = {
  larger: () => view?.zoom(1.4),
  smaller: () => view?.zoom(1 / 1.4),
  fit: () => view?.fit(),
  print: () => print(),
  copy: async () => say(words[await copyPicture(svg, viewBox)]),
};

/** The keys of the picture and of the list of boxes; `id` is the box that they are at. */
function keyed(event, id) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const inPicture = svg?.contains(event.target);
  if (/^(Arrow|Home$|End$)/.test(key) && inPicture) {
    const next = step(parts, chain, id, key);
    if (next === null) say(words.no_arrow);
    else stand(next, { focus: true });
  } else if ((key === "Enter" || key === " ") && inPicture) choose(id);
  else if (key === "Escape") choose("");
  else if (key === "s" && id) strike(id);
  else if (key === "/") search.focus();
  else if (key === "+" || key === "=") acts.larger();
  else if (key === "-" || key === "−") acts.smaller();
  else if (key === "0") acts.fit();
  else return;
  event.preventDefault();
}

// -- once, when the page is there ---------------------------------------------------------------------

const fromAddress = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;
if (svg) {
  svg.parentElement.removeAttribute("tabindex");
  svg.setAttribute("tabindex", "-1"); // else some browsers stop at it, as at what can be scrolled
  view = viewOf(svg);
  for (const drawn of svg.querySelectorAll("[data-node]")) drawn.setAttribute("tabindex", "-1");
  view.begin(READABLE);
  handle(svg, view, (event) => {
    const drawn = event.target.closest("[data-node]");
    if (!drawn) return;
    choose(drawn.dataset.node);
    stand(drawn.dataset.node, { focus: true });
  });
  svg.addEventListener("focusin", (event) => {
    const id = event.target.closest("[data-node]")?.dataset.node;
    if (id && id !== at) stand(id);
  });
  svg.addEventListener("keydown", (event) => keyed(event, at));
  addEventListener("resize", () => view.again());
  addEventListener("beforeprint", view.whole);
  addEventListener("afterprint", view.back);
} else for (const tool of document.querySelectorAll("[data-do=larger], [data-do=smaller], [data-do=fit], [data-do=copy]")) tool.hidden = true;

document.querySelector(".boxes").addEventListener("keydown", (event) => keyed(event, event.target.dataset.to));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-to]");
  if (link && svg && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    choose(link.dataset.to);
    svg.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
    aside.focus({ preventScroll: true });
  }
  acts[event.target.closest("[data-do]")?.dataset.do]?.();
});
search.addEventListener("input", find);
search.addEventListener("keydown", (event) => {
  const first = shown && chain.order.find(({ id }) => shown.has(id) && parts?.boxes.has(id));
  if (event.key === "Enter" && first) stand(first.id, { focus: true });
  else if (event.key === "Escape" && search.value) {
    search.value = "";
    find();
  } else return;
  event.preventDefault();
});
for (const filter of filters) filter.addEventListener("change", find);
addEventListener("popstate", () => choose(fromAddress(), { quiet: true }));

if (parts?.boxes.size) stand(parts.boxes.keys().next().value, { quiet: true });
if (chain.nodes.has(fromAddress())) {
  choose(fromAddress(), { quiet: true });
  svg?.scrollIntoView({ block: "nearest" });
}
// what a person has done here, for the preview to carry over to the next page
window.done = {
  get: () => ({ struck, zoomed: view?.zoomed() }),
  set: (had) => {
    struck = had.struck.filter((one) => [one].flat().every((id) => chain.nodes.has(id)));
    redraw();
    if (had.zoomed) view?.show(had.zoomed);
  },
};
performance.mark("ready");
document.documentElement.dataset.ready = Math.round(performance.now());
