#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { MODULE_CACHE } from "../src/serve/module-cache.js";
// Before the first of the other modules is imported.
enableCompileCache(MODULE_CACHE);
const { main } = await import("../src/cli/main.js");
process.exitCode = await main(process.argv.slice(2));
