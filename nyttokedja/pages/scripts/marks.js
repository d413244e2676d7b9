// What is drawn on the picture: rings round boxes, crosses over what is struck out, wider arrows. All of it is told
// by form as well as by colour, and none of it makes a text harder to read.

/** The boxes and arrows of a picture, by the ids that they carry. */
export function partsOf(svg) {
  const boxes = new Map();
  for (const drawn of svg.querySelectorAll("[data-node]")) {
    const id = drawn.dataset.node;
    boxes.set(id, [...(boxes.get(id) ?? []), drawn]);
  }
  const arrows = [...svg.querySelectorAll("[data-source]")];
  const places = new Map();
  const place = (drawn) => {
    if (!places.has(drawn)) places.set(drawn, drawn.getBBox());
    return places.get(drawn);
  };
  return { svg, boxes, arrows, place };
}

function element(svg, name, attributes) {
  const made = document.createElementNS(svg.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/**
 * Draws what is known of boxes and arrows. `marks`: id → names (chosen, up, down, found, rest, struck, lost, exposed);
 * `arrow` gives the names of an arrow's marks.
 */
export function draw({ svg, boxes, arrows, place }, marks, arrow) {
  svg.querySelector(".marks")?.remove();
  const layer = element(svg, "g", { class: "marks", "aria-hidden": "true" });
  for (const [id, drawn] of boxes) {
    const names = marks.get(id) ?? new Set();
    for (const one of drawn) {
      one.classList.toggle("rest", names.has("rest"));
      const { x, y, width, height } = place(one);
      for (const name of names) {
        if (name === "rest") continue;
        const out = name === "chosen" ? 5 : 3;
        const shape = { x: x - out, y: y - out, width: width + 2 * out, height: height + 2 * out, rx: 6 };
        if (name !== "struck") layer.append(element(svg, "rect", { ...shape, class: `ring ${name}` }));
        else layer.append(element(svg, "path", { class: "cross", d: cross(x, y, width, height) }));
        const sign = { lost: "✗", exposed: "!" }[name];
        if (sign) {
          const made = element(svg, "text", { x: x + width - 2, y: y + 4, class: `sign ${name}` });
          made.textContent = sign;
          layer.append(made);
        }
      }
    }
  }
  for (const part of arrows) {
    const names = arrow(part.dataset.source, part.dataset.target);
    for (const name of ["on", "off", "cut"]) part.classList.toggle(name, names.includes(name));
  }
  svg.append(layer);
}

const cross = (x, y, w, h) => `M${x} ${y}L${x + w} ${y + h}M${x + w} ${y}L${x} ${y + h}`;
