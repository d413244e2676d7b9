// The picture's view box: what part of it is seen. Zooming changes the view box, so that text stays sharp.

const MOST = 8;
const NEARLY = 0.9;

/** The view of a picture in its frame. */
export function viewOf(svg) {
  const all = svg.getAttribute("viewBox");
  const [, , width, height] = all.split(" ").map(Number);
  const whole = { x: 0, y: 0, w: width, h: height };

  /** What is seen now; the whole is seen with what the frame has room for around it. */
  const now = () => {
    const [x, y, w, h] = svg.getAttribute("viewBox").split(" ").map(Number);
    return w === width && h === height ? frame() : { x, y, w, h };
  };
  const isZoomed = () => now().w < frame().w * 0.99;
  let kept = "";

  const see = (viewBox) => {
    svg.setAttribute("viewBox", viewBox);
    svg.classList.toggle("zoomed", viewBox !== all);
  };

  const show = (next) => {
    const w = Math.max(next.w, width / MOST);
    const { w: most, h: high } = frame();
    if (w >= most * 0.999) return see(all);
    const h = (w * high) / most;
    const within = (at, size, all) => (size >= all ? (all - size) / 2 : Math.min(Math.max(at, 0), all - size));
    see(`${within(next.x, w, width)} ${within(next.y, h, height)} ${w} ${h}`);
  };

  const frame = () => {
    const { width: wide, height: high } = svg.getBoundingClientRect();
    if (!wide || !high) return whole;
    const scale = Math.max(width / wide, height / high);
    const [w, h] = [wide * scale, high * scale];
    return { x: (width - w) / 2, y: (height - h) / 2, w, h };
  };

  const point = (x, y) => {
    const seen = now();
    const { left, top, width: wide, height: high } = svg.getBoundingClientRect();
    return { x: seen.x + ((x - left) / wide) * seen.w, y: seen.y + ((y - top) / high) * seen.h };
  };

  const zoom = (factor, x, y) => {
    const seen = now();
    const { left, top, width: wide, height: high } = svg.getBoundingClientRect();
    const at = point(x ?? left + wide / 2, y ?? top + high / 2);
    const w = Math.min(Math.max(seen.w / factor, width / MOST), frame().w);
    const shrink = w / seen.w;
    show({ x: at.x - (at.x - seen.x) * shrink, y: at.y - (at.y - seen.y) * shrink, w });
  };

  return {
    zoom,
    fit: () => see(all),
    whole: () => {
      kept = svg.getAttribute("viewBox");
      svg.setAttribute("viewBox", all);
    },
    back: () => see(kept),
    again: () => show(now()),
    zoomed: () => isZoomed() && now(),
    show,
    /** Begins where text can be read, which is not the whole picture on a narrow screen, but no strip is left out. */
    begin: (least) => {
      const { width: wide } = svg.getBoundingClientRect();
      const readable = wide / least;
      const w = readable > width * NEARLY ? Math.max(readable, width) : readable;
      if (w < frame().w) show({ x: 0, y: 0, w });
    },
    pan: (dx, dy) => {
      const seen = now();
      const { width: wide } = svg.getBoundingClientRect();
      show({ ...seen, x: seen.x - (dx * seen.w) / wide, y: seen.y - (dy * seen.w) / wide });
    },
    /** Moves as little as is needed for a part of the picture to be seen. */
    reveal: (box) => {
      const seen = now();
      const margin = 12;
      const near = (at, size, from, length) =>
        length + 2 * margin > size || from - margin < at ? from - margin
        : from + length + margin > at + size ? from + length + margin - size
        : at;
      const x = near(seen.x, seen.w, box.x, box.width);
      const y = near(seen.y, seen.h, box.y, box.height);
      if (x !== seen.x || y !== seen.y) show({ ...seen, x, y });
    },
  };
}

/** Wheel with Ctrl and pinch change the size; a plain wheel scrolls the page, as everywhere. Dragging moves. */
export function handle(svg, view, chosenBy) {
  const fingers = new Map();
  let moved = 0;
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    },
    { passive: false },
  );
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) moved = 0;
    view.again();
    fingers.set(event.pointerId, event);
  });
  svg.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const before = spread(fingers);
    fingers.set(event.pointerId, event);
    const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
    moved += Math.abs(dx) + Math.abs(dy);
    if (fingers.size === 2) {
      const after = spread(fingers);
      if (before.size) view.zoom(after.size / before.size, after.x, after.y);
    } else if (moved > 4 && svg.classList.contains("zoomed")) {
      if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      view.pan(dx, dy);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  svg.addEventListener("click", (event) => moved <= 4 && chosenBy(event));
}

function spread(fingers) {
  const [one, other] = [...fingers.values()];
  if (!other) return { size: 0 };
  const size = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  return { size, x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
}
