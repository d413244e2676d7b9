// What is asked in a window of its own: one of many, a title, yes or no. Esc leaves each, with null.
import { $, make } from "./make.js";
import { say } from "./said.js";

let done = () => {};

function shown(pieces, first) {
  const dialog = $("question");
  dialog.replaceChildren(...pieces);
  dialog.showModal();
  first?.focus();
  first?.select?.();
  dialog.onclose = () => dialog.open || done(false); // by Esc; what is answered is told at once
  return new Promise((resolve) => (done = resolve));
}

function close(answer) {
  const told = done;
  done = () => {};
  $("question").close();
  told(answer === "yes");
}

const leave = () => make("button", say("leave"), { type: "button", onclick: () => close("") });

/**
 * One of some options: by the letters of its title, by arrows, by its digit, or by a click.
 * An option has `value` and `title`, and may have `digit`; `at` is told each time another one is in turn.
 */
export async function chosen(question, options, at = () => {}, first = null) {
  const input = make("input", "", { role: "combobox", "aria-expanded": "true", "aria-controls": "options", "aria-autocomplete": "list", "aria-labelledby": "asked", autocomplete: "off" });
  const list = make("ul", "", { role: "listbox", id: "options", "aria-labelledby": "asked" });
  let left = options;
  let turn = Math.max(0, options.findIndex((option) => option.value === first));
  const fits = (option, typed) => option.title.toLowerCase().includes(typed);
  const show = () => {
    list.replaceChildren(...left.map((option, n) => {
      const text = option.digit ? `${option.digit}  ${option.title}` : option.title;
      return make("li", text, { role: "option", id: `option_${n}`, "aria-selected": String(n === turn), onclick: () => ((turn = n), close("yes")) });
    }));
    if (left[turn]) input.setAttribute("aria-activedescendant", `option_${turn}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[turn]?.scrollIntoView({ block: "nearest" });
    at(left[turn]?.value);
  };
  input.addEventListener("input", () => {
    const typed = input.value.trim().toLowerCase();
    const starts = (option) => option.title.toLowerCase().startsWith(typed);
    left = options.filter((option) => fits(option, typed)).sort((one, other) => starts(other) - starts(one));
    turn = 0;
    show();
  });
  input.addEventListener("keydown", (event) => {
    const digit = !input.value && left.findIndex((option) => option.digit === event.key);
    if (digit !== false && digit >= 0) turn = digit;
    else if (event.key === "ArrowDown") turn = Math.min(turn + 1, left.length - 1);
    else if (event.key === "ArrowUp") turn = Math.max(turn - 1, 0);
    else if (event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter" || digit >= 0 && digit !== false) left[turn] && close("yes");
    else show();
  });
  const asked = shown([make("p", question, { id: "asked" }), input, list, make("div", "", { class: "row" }, leave())], input);
  show();
  const yes = await asked;
  at(undefined);
  return yes ? left[turn].value : null;
}

/** A text, and with `types` what kind of box it is: {text, type}. */
export async function written(question, value = "", types = [], type = "") {
  const input = make("input", "", { id: "written", autocomplete: "off" });
  input.value = value;
  const select = make("select", "", { "aria-label": say("type") }, ...types.map((one) => make("option", say(`type_${one}`), { value: one })));
  if (type) select.value = type;
  const form = make("form", "", {
    onsubmit: (event) => (event.preventDefault(), input.value.trim() && close("yes")),
  }, make("label", question, { for: "written", id: "asked" }), input, ...(types.length ? [select] : []), make("div", "", { class: "row" }, make("button", say("ok")), leave()));
  const yes = await shown([form], input);
  return yes ? { text: input.value.trim(), type: select.value } : null;
}

/**
 * Several things at once: {name: text}. A field has `name` and `label`, and may have `help`, the `value` that it has now,
 * `choices` ({value, title}), `long` (several lines) and `needed`. `refused` is why it is asked once more,
 * `first` the field to begin with.
 */
export async function filled(question, fields, { refused = "", first = "" } = {}) {
  const inputs = fields.map((field) => entered(field));
  const rows = fields.map(({ name, label, help }, n) => make("div", "", { class: "field" }, make("label", label, { for: `field_${name}` }), inputs[n], ...(help ? [make("p", help, { id: `help_${name}`, class: "help" })] : [])));
  const form = make("form", "", { onsubmit: (event) => (event.preventDefault(), close("yes")) },
    make("p", question, { id: "asked" }), ...(refused ? [make("p", refused, { role: "alert", class: "refused" })] : []), make("div", "", { class: "fields" }, ...rows), make("div", "", { class: "row" }, make("button", say("ok")), leave()));
  // the help of a field stays when the focus goes to a button, which would move from under the pointer
  form.addEventListener("focusin", ({ target }) => target.closest(".field") && rows.forEach((row) => row.classList.toggle("at", row.contains(target))));
  const yes = await shown([form], inputs[Math.max(0, fields.findIndex(({ name }) => name === first))]);
  return yes ? Object.fromEntries(fields.map(({ name }, n) => [name, inputs[n].value])) : null;
}

function entered({ name, help, value = "", choices = [], long, needed }) {
  const attributes = { id: `field_${name}`, autocomplete: "off", ...(needed ? { required: "" } : {}), ...(help ? { "aria-describedby": `help_${name}` } : {}) };
  const options = [{ value: "", title: "–" }, ...choices].map((one) => make("option", one.title, { value: one.value }));
  const input = choices.length ? make("select", "", attributes, ...options) : make(long ? "textarea" : "input", "", attributes);
  input.value = value;
  return input;
}

/** Whether somebody is sure, with what follows of it told. */
export async function sure(question, told, yes) {
  const button = make("button", yes, { type: "button", onclick: () => close("yes") });
  const lines = make("ul", "", {}, ...told.map((line) => make("li", line)));
  return shown([make("p", question, { id: "asked" }), lines, make("div", "", { class: "row" }, button, leave())], button);
}

/** The keys, and whether single letters do anything. */
export function keysTold(keys, on, turned) {
  const rows = keys.map(([key, does]) => make("div", "", {}, make("dt", "", {}, make("kbd", key)), make("dd", does)));
  const box = make("input", "", { type: "checkbox", id: "letters" });
  box.checked = on;
  const label = make("label", "", { for: "letters" }, box, ` ${say("letters")}`);
  const shut = make("button", say("close"), { type: "button", onclick: () => close("yes") });
  box.addEventListener("change", () => turned(box.checked));
  return shown([make("h2", say("keys"), { id: "asked" }), make("dl", "", {}, ...rows), make("p", "", {}, label), shut], shut);
}
