// What the page says, in the language of the person: the texts stand in nyttokedja/language/texts.
import texts from "texts";

let spoken = "sv";

export const language = () => spoken;

export function say(name, particulars = {}) {
  return (texts[spoken][name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => particulars[key] ?? whole);
}

export function setLanguage(wanted) {
  spoken = wanted;
  document.documentElement.lang = wanted;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
}
