// Words that are typed → the boxes and chains that have them all. What is sought stands in the address, to be sent on.
const field = document.getElementById("sought"), count = document.getElementById("count");
const sections = [...document.querySelectorAll("section.sought")].map((element) => ({
  element,
  head: folded(element.querySelector("h2").textContent + " " + (element.querySelector("p")?.textContent ?? "")),
  items: [...element.querySelectorAll("li")].map((item) => ({ item, text: folded(item.textContent) })),
}));

function folded(text) {
  return text.toLocaleLowerCase().normalize("NFC");
}

function seek() {
  const words = folded(field.value).split(/\s+/).filter(Boolean);
  const has = (text) => words.every((word) => text.includes(word));
  let found = 0;
  for (const { element, head, items } of sections) {
    const whole = has(head);
    let here = 0;
    for (const { item, text } of items) {
      item.hidden = !(whole || has(text));
      if (!item.hidden) here += 1;
    }
    element.hidden = !(whole || here);
    found += here;
  }
  const said = found === 1 ? count.dataset.one : count.dataset.many;
  count.textContent = words.length ? said.replace("{n}", String(found)) : "";
}

let wait;
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(() => {
    seek();
    const sought = field.value ? "#q=" + encodeURIComponent(field.value) : "#";
    try { history.replaceState(null, "", sought); } catch { /* a browser that lets no file do so */ }
  }, 80);
});
document.getElementById("search").hidden = false;
if (location.hash.startsWith("#q=")) {
  try { field.value = decodeURIComponent(location.hash.slice(3)); } catch { field.value = ""; }
}
seek();
