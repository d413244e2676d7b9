// The memory of a program, without what the program itself puts there: done twice, it is there again.
const DATA = 11;

export function withoutData(memory, wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = wasm[at++];
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  while (at < wasm.length) {
    const section = wasm[at++];
    const end = number() + at;
    if (section === DATA) {
      for (let left = number(); left; left--) {
        at += 2; // in the one memory, at a constant
        const start = number();
        at += 1;
        for (let n = number(), to = start; n; n--) memory[to++] ^= wasm[at++];
      }
    }
    at = end;
  }
  return memory;
}
