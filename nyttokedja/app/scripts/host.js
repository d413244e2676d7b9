// What stands behind the page: the engine in the tab, or a server on this machine, as the page says.
import { Engine } from "./engine.js";
import { Server } from "./server.js";

export const host = () => (document.documentElement.dataset.host === "server" ? new Server() : new Engine());
