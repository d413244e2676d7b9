// Elements of the page, made of plain values.
export const $ = (id) => document.getElementById(id);

/** A name that nothing else has; `crypto.randomUUID` is not there on a page that came by plain http. */
export const unique = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

export function make(tag, text = "", attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export const TYPES = ["change", "effect", "benefit", "goal", "obstacle", "risk", "precondition", "opportunity", "drawback", "cost"];
