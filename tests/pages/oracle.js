// Asks the scripts of a page what the cases ask, and says where they answer otherwise than the engine.
function ask(cases) {
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const wrong = [];
  let strikes = 0;
  for (const { data, strikes: asked } of cases) {
    const chain = chainOf(data);
    for (const { boxes, arrows, falls, said, head } of asked) {
      strikes += 1;
      const answers = whatFalls(chain, boxes, arrows);
      const found = answers.map(({ node, because, arrow, effect }) => ({ node, because, arrow, effect }));
      const told = answers.map((one) => sentence(chain, one, isGood(one)));
      const begins = struckHead(chain, boxes, arrows);
      if (!same(found, falls) || !same(told, said) || begins !== head) {
        wrong.push({ boxes, arrows, falls, found, said, told, head, begins });
      }
    }
  }
  return { strikes, wrong: wrong.length, first: wrong.slice(0, 2) };
}
