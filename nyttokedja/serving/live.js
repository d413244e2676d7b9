// A tab of the preview: it is told of each save, and puts the new page in the place of the old one as soon as that is
// whole, with what the person looks at and has done kept: the place in the page, the view of the picture, what is
// chosen and what is struck out.
const main = document.querySelector("main");
const byId = (id) => document.getElementById(id);
let source = null, pictured = 0, shown = null, coming = null, listed = null;

function listen() {
  if (source) return;
  source = new EventSource(main.dataset.events);
  source.addEventListener("state", (event) => take(JSON.parse(event.data)));
  source.onopen = () => { byId("lost").hidden = true; };
  source.onerror = () => { byId("lost").hidden = false; };
}

// a browser has few connections to one server: a tab that nobody sees gives its own back
function attend() {
  if (!document.hidden) listen();
  else if (source) { source.close(); source = null; }
}

function take(state) {
  if ("listed" in state) {
    if (listed !== null && listed !== state.listed) location.reload();
    listed = state.listed;
    return;
  }
  document.title = byId("title").textContent = state.title;
  byId("notice").hidden = !state.problem;
  byId("problem").textContent = state.problem || "";
  byId("still").textContent = state.still || "";
  byId("remarks").replaceChildren(...(state.remarks || []).map(remark));
  if (byId("waiting")) byId("waiting").hidden = Boolean(state.problem);
  if (state.picture && state.picture !== pictured) load(state.picture);
}

function remark(said) {
  const item = document.createElement("li"), what = document.createElement("strong");
  what.textContent = `${said.line}, ${said.severity}: `;
  item.append(what, said.message, " ", said.remedy);
  return item;
}

function load(picture) {
  pictured = picture;
  if (coming) coming.remove();
  const frame = coming = document.createElement("iframe");
  const chosen = shown ? shown.contentWindow.location.hash : location.hash;
  frame.title = main.dataset.name;
  frame.className = "coming";
  frame.src = `${main.dataset.page}?n=${picture}${chosen}`;
  frame.addEventListener("load", () => {
    if (frame !== coming) return;
    const before = shown, had = before && document.activeElement === before;
    if (before) keep(before.contentWindow, frame.contentWindow);
    frame.className = "";
    if (before) before.remove();
    if (byId("waiting")) byId("waiting").remove();
    shown = frame;
    coming = null;
    if (had) frame.contentWindow.focus();
  });
  byId("stage").append(frame);
}

function keep(old, now) {
  const from = old.document, to = now.document;
  for (const [n, details] of from.querySelectorAll("details").entries()) {
    const same = to.querySelectorAll("details")[n];
    if (same) same.open = details.open;
  }
  const fields = [...to.querySelectorAll("input, select")];
  for (const [n, field] of from.querySelectorAll("input, select").entries()) {
    const same = fields[n];
    if (!same || same.type !== field.type || (same.value === field.value && same.checked === field.checked)) continue;
    same.value = field.value;
    same.checked = field.checked;
    for (const kind of ["input", "change"]) same.dispatchEvent(new now.Event(kind, { bubbles: true }));
  }
  const had = from.activeElement;
  if (had && had !== from.body) {
    const node = had.getAttribute("data-node");
    const again = node ? [...to.querySelectorAll("[data-node]")].find((one) => one.getAttribute("data-node") === node)
      : had.id && to.getElementById(had.id);
    if (again) again.focus({ preventScroll: true });
  }
  if (old.done && now.done) now.done.set(old.done.get()); // what is struck out, and what of the picture is seen
  const places = (document) => [document.scrollingElement, ...document.querySelectorAll("figure, figure *:not(svg *), aside, main")];
  const there = places(to);
  places(from).forEach((place, n) => {
    if (place && there[n]) there[n].scrollTo({ left: place.scrollLeft, top: place.scrollTop, behavior: "instant" });
  });
}

document.addEventListener("visibilitychange", attend);
attend();
