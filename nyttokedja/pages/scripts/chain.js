// A chain as the page carries it → what falls where boxes and arrows are struck out. Nothing here knows of a
// document: the answers are those of `nyttokedja without`, and a test holds them equal.

const key = (source, target) => source + " " + target;

/** Looks a chain up once: its boxes by id, and the arrows that lead out of each. */
export function chainOf(data) {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  return { ...data, nodes, order: data.nodes, before: undefined };
}

/** All that some boxes lead to, themselves included; `next` gives what comes right after a box. */
export function reach(starts, next) {
  const found = new Set();
  const waiting = [...starts];
  while (waiting.length) {
    const id = waiting.pop();
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...next(id));
  }
  return found;
}

/** The chain with some boxes and arrows gone: which arrows are left, and what is known of every box. */
function side(chain, boxes, arrows) {
  const left = chain.arrows.filter(
    ({ source, target }) => !boxes.has(source) && !boxes.has(target) && !arrows.has(key(source, target)),
  );
  const carrying = left.filter(({ source }) => chain.nodes.get(source).type !== "drawback");
  const changes = chain.order.filter(({ type, id }) => type === "change" && !boxes.has(id)).map(({ id }) => id);
  const opportunities = chain.order
    .filter(({ type, id }) => type === "opportunity" && !boxes.has(id))
    .map(({ id }) => id);
  const shut = new Set(opportunities);
  const ways = waysIn(chain, boxes, arrows, left, carrying);
  const hindered = new Set(shut);
  const closed = new Set();
  for (const { spots } of ways) {
    for (const [tail, head] of spots) {
      if (head === undefined) hindered.add(tail);
      else closed.add(key(tail, head));
    }
  }
  const limited = new Set(left.filter((arrow) => arrow.limited).map(({ source, target }) => key(source, target)));
  const from = (starts, without, cut) => {
    const open = carrying.filter(
      ({ source, target }) => !without.has(source) && !without.has(target) && !cut.has(key(source, target)),
    );
    const next = heads(open);
    return reach(starts.filter((id) => !without.has(id)), next);
  };
  const none = new Set();
  const expected = from(changes, shut, none);
  const unhindered = from(changes, hindered, closed);
  const firmly = limited.size ? from(changes, shut, limited) : expected;
  const firm = limited.size ? from(changes, hindered, new Set([...closed, ...limited])) : unhindered;
  return {
    carrying,
    opportunities,
    ways,
    possible: from([...changes, ...opportunities], none, none),
    expected,
    threatened: (id) =>
      (expected.has(id) && !unhindered.has(id)) || (limited.size > 0 && firmly.has(id) && !firm.has(id)),
    sole: soleArrows(carrying.filter(({ source, target }) => !shut.has(source) && !shut.has(target)), changes),
    above: (id) => reach([id], heads(carrying.map(({ source, target }) => ({ source: target, target: source })))),
  };
}

const heads = (arrows) => {
  const out = new Map();
  for (const { source, target } of arrows) out.set(source, [...(out.get(source) ?? []), target]);
  return (id) => out.get(id) ?? [];
};

/** What is in the way, with what is left of what it hinders. A precondition may be so only once a change has begun. */
function waysIn(chain, boxes, arrows, left, carrying) {
  const begun = chain.begun.filter((id) => !boxes.has(id));
  const carried = reach(begun, heads(carrying));
  const anyhow = reach(begun, heads(left));
  const hasBegun = ([tail]) => (chain.nodes.get(tail).wanted ? carried : anyhow).has(tail);
  return chain.ways
    .filter(({ id }) => !boxes.has(id))
    .map((way) => ({
      ...way,
      spots: way.spots.filter(
        ([tail, head]) =>
          !boxes.has(tail) && (head === undefined || (!boxes.has(head) && !arrows.has(key(tail, head)))),
      ),
    }))
    .filter(({ begun: asks, spots }) => !asks || spots.some(hasBegun));
}

/**
 * Box → the last arrow that all ways to it from a start run over. Every arrow is a point of its own between its two
 * boxes; those that dominate a box are on every way to it (Cooper, Harvey and Kennedy, 2006).
 */
function soleArrows(arrows, starts) {
  const next = new Map([["", [...starts]]]);
  const back = new Map(starts.map((id) => [id, [""]]));
  const put = (map, from, to) => (map.has(from) ? map.get(from).push(to) : map.set(from, [to]));
  for (const arrow of arrows) {
    put(next, arrow.source, arrow);
    put(next, arrow, arrow.target);
    put(back, arrow, arrow.source);
    put(back, arrow.target, arrow);
  }
  const done = [];
  const seen = new Set([""]);
  const path = [["", 0]];
  while (path.length) {
    const step = path[path.length - 1];
    const to = next.get(step[0])?.[step[1]++];
    if (to === undefined) done.push(path.pop()[0]);
    else if (!seen.has(to)) {
      seen.add(to);
      path.push([to, 0]);
    }
  }
  const rank = new Map(done.map((point, n) => [point, n]));
  const above = new Map([["", ""]]);
  const meet = (one, other) => {
    while (one !== other) {
      while (rank.get(one) < rank.get(other)) one = above.get(one);
      while (rank.get(other) < rank.get(one)) other = above.get(other);
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const point of done.toReversed().slice(1)) {
      const known = back.get(point).filter((before) => above.has(before));
      const found = known.reduce(meet);
      if (above.get(point) !== found) {
        above.set(point, found);
        changed = true;
      }
    }
  }
  const last = new Map();
  for (const point of done.toReversed().slice(1)) {
    const over = above.get(point);
    last.set(point, typeof over === "object" ? over : last.get(over));
  }
  return last;
}

/** The gravest difference between how a goal or a benefit stood and stands. */
function standing(node, was, is, chain) {
  const first = (items) => items.slice(0, 3).map(({ id }) => id);
  const by = { node: node.id, because: [], arrow: null };
  const { id } = node;
  for (const [kind, lost, won] of [
    ["possible", "impossible", "possible"],
    ["expected", "unexpected", "expected"],
  ]) {
    if (was[kind].has(id) === is[kind].has(id)) continue;
    if (!was[kind].has(id)) return { ...by, effect: won };
    if (lost !== "unexpected") return { ...by, effect: lost };
    const above = is.above(id);
    return { ...by, effect: lost, because: is.opportunities.filter((one) => above.has(one)).slice(0, 3) };
  }
  const [had, has] = [was.threatened(id), is.threatened(id)];
  if (had !== has) {
    const one = has ? is : was;
    const above = one.above(id);
    const because = first(one.ways.filter(({ spots }) => spots.some((spot) => above.has(spot[spot.length - 1]))));
    return { ...by, effect: has ? "exposed" : "safe", because };
  }
  if (!was.expected.has(id) || !is.expected.has(id)) return null;
  const [only, now] = [was.sole.get(id), is.sole.get(id)];
  if (now && !only) return { ...by, effect: "single", arrow: [now.source, now.target] };
  return only && !now ? { ...by, effect: "several" } : null;
}

const GOOD = new Set(["possible", "expected", "safe", "several"]);

/** Whether a consequence is for the better. */
export const isGood = (consequence) => GOOD.has(consequence.effect);

/** What becomes of goals and benefits without some boxes (ids) and arrows (pairs of ids): the worst first. */
export function whatFalls(chain, boxes, arrows = []) {
  const [gone, cut] = [new Set(boxes), new Set(arrows.map(([source, target]) => key(source, target)))];
  chain.before ??= side(chain, new Set(), new Set());
  const after = side(chain, gone, cut);
  const found = chain.order
    .filter((node) => node.wanted && !gone.has(node.id))
    .map((node) => standing(node, chain.before, after, chain))
    .filter(Boolean);
  const rank = (one) => 2 * isGood(one) + !chain.nodes.get(one.node).goal;
  return found.sort((one, other) => rank(one) - rank(other));
}

/** What is above and below a box: all that leads to it, and all that follows from it. */
export function around(chain, id) {
  const reverse = chain.arrows.map(({ source, target }) => ({ source: target, target: source }));
  return { up: reach([id], heads(reverse)), down: reach([id], heads(chain.arrows)) };
}
