// A new picture in the place of the old one: the box that was acted on stays where it is, the others move there.
const LONG = 250;
const FAR = 40; // so many pixels make a jump
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function places(view) {
  const found = new Map();
  for (const box of view.querySelectorAll("[data-node]")) {
    if (!found.has(box.dataset.node)) found.set(box.dataset.node, box.getBoundingClientRect());
  }
  return found;
}

/**
 * Shows a picture in a view, where the box `chosen`, or if it is new `from`, keeps its place on the screen.
 * → how many boxes have come to stand elsewhere
 */
export function redrawn(view, drawn, chosen, from) {
  const before = places(view);
  const [left, top] = [view.scrollLeft, view.scrollTop];
  view.replaceChildren(drawn);
  [view.scrollLeft, view.scrollTop] = [left, top];
  const anchor = before.has(chosen) ? chosen : from;
  held(view, drawn, before.get(anchor), anchor);
  if (anchor !== chosen) view.querySelector(`[data-node="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!before.size) return 0;
  const now = places(view);
  if (!still()) moved(drawn, before, now);
  return [...now].filter(([id, is]) => before.has(id) && Math.hypot(before.get(id).x - is.x, before.get(id).y - is.y) > FAR).length;
}

const middle = (place) => [place.x + place.width / 2, place.y + place.height / 2];

function held(view, drawn, was, anchor) {
  const is = places(view).get(anchor);
  if (!is || !was) return;
  const [dx, dy] = [middle(is)[0] - middle(was)[0], middle(is)[1] - middle(was)[1]];
  const room = view.clientHeight / 2;
  // empty ground above or below where the picture would end too soon; it goes with the next picture
  const missing = dy + view.scrollTop;
  if (missing < 0) drawn.style.marginTop = `${Math.min(-missing, room)}px`;
  const beyond = missing - (view.scrollHeight - view.clientHeight);
  if (beyond > 0) drawn.style.marginBottom = `${Math.min(beyond, room)}px`;
  view.scrollLeft += dx;
  view.scrollTop = Math.max(0, missing);
}

function moved(drawn, before, now) {
  const scale = drawn.getBoundingClientRect().width / (drawn.viewBox.baseVal.width || 1);
  for (const box of drawn.querySelectorAll("[data-node]")) {
    const [was, is] = [before.get(box.dataset.node), now.get(box.dataset.node)];
    const [dx, dy] = was ? [(was.x - is.x) / scale, (was.y - is.y) / scale] : [0, 0];
    if (!was) box.animate([{ opacity: 0 }, { opacity: 1 }], { duration: LONG });
    else if (Math.hypot(dx, dy) > 1) box.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], { duration: LONG, easing: "ease-out" });
  }
  for (const arrow of drawn.querySelectorAll("[data-source]")) arrow.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], { duration: LONG });
}
