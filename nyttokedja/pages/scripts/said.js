// Sentences about what falls, put together as `nyttokedja without` does, of the texts that the page carries.

const listed = (items, and) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;

/** What is struck out, as the beginning of a sentence; in the order of the file. */
export function struckHead(chain, boxes, arrows) {
  const { words, nodes, order } = chain;
  const named = (source, target) => arrows.some(([tail, head]) => tail === source && head === target);
  const own = chain.arrows.filter(
    ({ source, target }) => named(source, target) && !boxes.includes(source) && !boxes.includes(target),
  );
  const parts = [
    ...order.filter(({ id }) => boxes.includes(id)).map(({ type, quoted }) => `${words.the[type]} ${quoted}`),
    ...own.map(({ source, target }) => `${nodes.get(source).quoted} → ${nodes.get(target).quoted}`),
  ];
  return fill(words.struck.what, { what: listed(parts, words.and) });
}

/** A consequence in a sentence, and whose it is where that is for the worse. */
export function sentence(chain, { effect, node: id, because, arrow }, good) {
  const { words, nodes } = chain;
  const node = nodes.get(id);
  const quoted = (one) => nodes.get(one).quoted;
  const said = fill(words.struck[effect], {
    "node:The": words.the[node.type].replace(/^./u, (letter) => letter.toUpperCase()),
    "node:the": words.the[node.type],
    node: node.quoted,
    because: listed(because.map(quoted), words.and),
    source: arrow && quoted(arrow[0]),
    target: arrow && quoted(arrow[1]),
  });
  return node.owner && !good ? `${said} ${fill(words.struck.owner, { owner: node.owner })}` : said;
}

/** A template with its particulars; one that names its way of saying (`node:the`) is looked up with it first. */
export const fill = (template, particulars) =>
  template.replace(/\{(\w+)(:\w+)?\}/g, (_, name, way = "") => particulars[name + way] ?? particulars[name] ?? "");
