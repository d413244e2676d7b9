// What leaves the board for other programs: the picture, the page, tables and notes.
import { png } from "./picture.js";

export class Out {
  #board;

  /** `board` has ask(message), tell(text), name() and files. */
  constructor(board) {
    this.#board = board;
  }

  svg = async () => this.#give(".svg", (await this.#board.ask({ ask: "picture" })).svg, "image/svg+xml");
  png = async () => this.#give(".png", await png((await this.#board.ask({ ask: "picture" })).svg), "image/png");
  page = async () => this.#give(".html", (await this.#board.ask({ ask: "page" })).text, "text/html");
  xlsx = () => this.#exported("xlsx");
  notes = () => this.#exported("notes");

  #give(ending, content, type) {
    this.#board.files.download(this.#board.name(), ending, content, type);
  }

  async #exported(format) {
    const made = await this.#board.ask({ ask: "export", format });
    if (made.answer !== "done") return this.#board.tell(made.why);
    this.#board.files.downloadBytes(made.name, made.data);
    if (made.left_out.length) this.#board.tell(made.left_out.join(" "));
  }
}
