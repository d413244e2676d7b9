// Bytes as letters of fifteen bits, for a file in UTF-16: base64 would make the same file a quarter larger.
const BITS = 15;
const FIRST = 0x1000; // no letter from here on is one that a reader of HTML minds

/** The letters: the first says whether the last hold a byte more than there is. */
export function lettersOf(bytes) {
  const count = Math.ceil((bytes.length * 8) / BITS);
  const letters = new Uint16Array(count + 1);
  letters[0] = FIRST + ((count * BITS) >> 3) - bytes.length;
  let held = 0;
  let bits = 0;
  let at = 1;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < BITS) continue;
    bits -= BITS;
    letters[at++] = FIRST + (held >> bits);
    held &= (1 << bits) - 1;
  }
  if (bits) letters[at] = FIRST + (held << (BITS - bits));
  return new TextDecoder("utf-16le").decode(letters);
}

export function bytesOf(letters) {
  const bytes = new Uint8Array(((letters.length - 1) * BITS) >> 3);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let n = 1; n < letters.length; n++) {
    held = (held << BITS) | (letters.charCodeAt(n) - FIRST);
    bits += BITS;
    while (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return bytes.subarray(0, bytes.length - (letters.charCodeAt(0) - FIRST));
}

/** What was packed by gzip: written in letters, or a file of its own, which some servers unpack on its way. */
export function unpacked(packed) {
  const bytes = typeof packed === "string" ? bytesOf(packed) : new Uint8Array(packed);
  const stream = new Blob([bytes]).stream();
  return new Response(bytes[0] === 0x1f ? stream.pipeThrough(new DecompressionStream("gzip")) : stream);
}
