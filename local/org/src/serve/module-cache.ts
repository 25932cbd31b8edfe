import path from "node:path";
import { CACHE_FOLDER } from "../cache-folder.ts";

/** Where Node keeps our own modules compiled, types stripped: both cost more than everything else a warm start does. */
export const MODULE_CACHE = path.join(CACHE_FOLDER, "modules");
