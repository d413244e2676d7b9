// While a pointer is pressed nothing is made anew under it: else it would be let go upon something else than it was
// pressed on, and the click that somebody meant would be none.
const LONGEST = 10_000; // milliseconds; a release that no browser tells of must not stop the wall

let held = Promise.resolve();
let letGo = () => {};

/** Done when no pointer is pressed, and the click that came of it has been dealt with. */
export const released = () => held;

function press() {
  letGo();
  held = new Promise((done) => (letGo = done));
  const mine = letGo;
  setTimeout(mine, LONGEST);
}

const soon = () => {
  const mine = letGo;
  setTimeout(mine); // the click comes first
};

addEventListener("pointerdown", press, true);
for (const name of ["pointerup", "pointercancel", "keydown"]) addEventListener(name, soon, true);
addEventListener("blur", soon); // of the window
addEventListener("change", (event) => event.target.matches("select") && soon(), true);
addEventListener("pointermove", (event) => event.buttons || soon(), true);
