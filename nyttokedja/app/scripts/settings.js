// What an engine is given wherever it runs, when the file is built and in a tab.

/** What Python is told of the machine: the same everywhere. */
export const ENVIRONMENT = { RAPIDFUZZ_IMPLEMENTATION: "python", HOME: "/home/pyodide", LANG: "C.UTF-8", _: "nyttokedja" };

/** DOT → places, by Graphviz. */
export const asked = (viz) => (dot) => viz.renderString(dot, { format: "json0", engine: "dot" });
