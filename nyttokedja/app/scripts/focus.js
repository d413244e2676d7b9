// Where the focus is, by what it is about: found again when that part of the page has been made anew.
import { $ } from "./make.js";

const KEPT = "#notes li, #list button, #box [id], #box button, #findings button, #findings summary";
const within = (pane) => [...$(pane).querySelectorAll("button, select, input, summary")];
const name = (element) => element.dataset.id ?? (element.id || element.getAttribute("aria-label") || element.textContent);

/** Notes where the focus is → a function that puts it there again, or as near as can be. */
export function kept() {
  const at = document.activeElement;
  const pane = at?.closest?.("section")?.id;
  if (!pane || !at.closest(KEPT)) return () => {};
  const note = at.closest("#notes li");
  const number = note ? [...note.parentElement.children].indexOf(note) : within(pane).indexOf(at);
  const wanted = name(at);
  const selected = at.selectionStart;
  return () => {
    if (document.activeElement === at && at.isConnected) return;
    const words = [...document.querySelectorAll("#notes .words")];
    const like = within(pane).find((element) => name(element) === wanted);
    const near = note ? words[Math.min(number, words.length - 1)] : within(pane)[Math.min(number, within(pane).length - 1)];
    const next = like ?? (pane === "box" ? null : near) ?? $(pane);
    next.focus({ preventScroll: true });
    if (like && selected !== undefined && selected !== null && like.setSelectionRange) like.setSelectionRange(selected, selected);
  };
}
