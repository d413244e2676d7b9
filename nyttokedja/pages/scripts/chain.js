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
  const of = (kind) => chain.order.filter(({ type, id }) => type === kind && !boxes.has(id)).map(({ id }) => id);
  const [changes, opportunities] = [of("change"), of("opportunity")];
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
  const from = (starts, without, cut) =>
    coming(chain, starts, (end) => boxes.has(end) || without.has(end), (id) => arrows.has(id) || cut.has(id));
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
    sole: soleArrows(chain, left, changes, expected),
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
 * What comes of some boxes where others do not and some arrows carry nothing: the least set where each box has an
 * arrow that lifts it, and one that needs all has all of its arrows. What is struck out is needed still.
 */
function coming(chain, starts, isGone, isCut) {
  const begin = new Set(starts.filter((id) => !isGone(id)));
  const found = new Set();
  const waits = new Map();
  for (const { target } of chain.arrows) {
    if (chain.nodes.get(target).all) waits.set(target, (waits.get(target) ?? 0) + 1);
  }
  const out = heads(chain.arrows);
  const lifted = new Set(begin);
  const waiting = [...begin].filter((id) => !waits.get(id));
  while (waiting.length) {
    const id = waiting.pop();
    if (found.has(id)) continue;
    found.add(id);
    for (const head of out(id)) {
      if (isGone(head) || isCut(key(id, head))) continue;
      if (chain.nodes.get(id).type !== "drawback") lifted.add(head);
      if (waits.has(head)) waits.set(head, waits.get(head) - 1);
      if (lifted.has(head) && !waits.get(head)) waiting.push(head);
    }
  }
  return found;
}

/**
 * Box → the last arrow without which it falls. Those arrows are bits of a number: of a box that needs all, those of
 * every arrow to it; of another, those that all arrows to it have. Of several as late, it is the first.
 */
function soleArrows(chain, left, starts, expected) {
  const arrows = left.filter(({ source, target }) => expected.has(source) && expected.has(target));
  const every = (1n << BigInt(arrows.length)) - 1n;
  const ways = new Map();
  arrows.forEach(({ source, target }, n) => {
    if (chain.nodes.get(target).all || chain.nodes.get(source).type !== "drawback") {
      ways.set(target, [...(ways.get(target) ?? []), [source, 1n << BigInt(n)]]);
    }
  });
  const needed = new Map([...expected].map((id) => [id, every]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of expected) {
      const { all } = chain.nodes.get(id);
      let bits = all || starts.includes(id) ? 0n : every;
      for (const [source, bit] of ways.get(id) ?? []) {
        const way = needed.get(source) | bit;
        bits = all ? bits | way : bits & way;
      }
      changed ||= bits !== needed.get(id);
      needed.set(id, bits);
    }
  }
  const size = ({ target }) => needed.get(target).toString(2).replaceAll("0", "").length;
  const order = arrows.map((arrow, n) => [size(arrow), BigInt(n), arrow]).sort(([one], [other]) => other - one);
  return { get: (id) => order.find(([, n]) => (needed.get(id) >> n) & 1n)?.[2] };
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
