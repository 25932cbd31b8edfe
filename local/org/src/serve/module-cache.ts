import { fileURLToPath } from "node:url";

/** Where Node keeps our own modules compiled, types stripped: both cost more than everything else a warm start does. */
export const MODULE_CACHE = fileURLToPath(new URL("../../.cache/modules", import.meta.url));
