// The picture as PNG: to the clipboard, or where the browser does not let that, as a file.

const MOST = 8192;

/** A copy of the picture without what the page draws on it, as PNG twice as large as it is drawn. */
async function png(svg, viewBox) {
  const plain = svg.cloneNode(true);
  plain.querySelector(".marks")?.remove();
  plain.setAttribute("viewBox", viewBox);
  const [, , width, height] = viewBox.split(" ").map(Number);
  plain.setAttribute("width", width);
  plain.setAttribute("height", height);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(plain));
  await image.decode();
  const scale = Math.min(2, MOST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Puts the picture on the clipboard, or saves it; says which became of it: copied, saved or failed. */
export async function copyPicture(svg, viewBox) {
  try {
    const made = await png(svg, viewBox);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": made })]);
      return "copied";
    } catch {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(made);
      link.download = `${document.title.replace(/[^\p{L}\p{N} _-]/gu, "").slice(0, 80).trim() || "bild"}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return "saved";
    }
  } catch {
    return "failed";
  }
}
