// The files of an archive into the file system of the engine.
export function unpack(fs, archive, folder) {
  const text = (from, length) => new TextDecoder().decode(archive.subarray(from, from + length)).split("\0")[0];
  for (let at = 0; archive[at]; ) {
    const size = parseInt(text(at + 124, 12), 8);
    const path = [folder, text(at + 345, 155), text(at, 100)].filter(Boolean).join("/");
    fs.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    fs.writeFile(path, archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
