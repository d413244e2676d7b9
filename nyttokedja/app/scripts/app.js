// The page of the app: what is typed and chosen becomes orders to the engine, whose state is shown again.
import { host } from "./host.js";
import { Files } from "./files.js";
import { arrowAt, Drag } from "./drag.js";
import { Gestures } from "./gestures.js";
import { Keys } from "./keys.js";
import { Picture, png } from "./picture.js";
import { Strike } from "./strike.js";
