// Which box a key leads to: along arrows, within the column, to the first and the last.

/** The next box for a key, or null where there is none that way. */
export function step(parts, chain, id, key) {
  const ids = [...parts.boxes.keys()];
  if (key === "Home") return ids[0];
  if (key === "End") return ids[ids.length - 1];
  const at = (one) => parts.place(parts.boxes.get(one)[0]);
  const here = at(id);
  const middle = (box) => box.y + box.height / 2;
  const away = (one) => Math.abs(middle(at(one)) - middle(here));
  const nearest = (some) =>
    some.filter((one) => parts.boxes.has(one)).sort((one, other) => away(one) - away(other))[0] ?? null;
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const [tail, head] = key === "ArrowRight" ? [0, 1] : [1, 0];
    const ends = [...chain.arrows.map(({ source, target }) => [source, target]), ...chain.beside];
    return nearest(ends.filter((pair) => pair[tail] === id && pair[head] !== id).map((pair) => pair[head]));
  }
  const down = key === "ArrowDown" ? 1 : -1;
  const overlaps = (box) => box.x < here.x + here.width && here.x < box.x + box.width;
  const column = ids.filter((one) => one !== id && overlaps(at(one)) && (middle(at(one)) - middle(here)) * down > 0);
  return nearest(column);
}
