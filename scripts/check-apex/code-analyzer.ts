import { createRequire } from "node:module";
import path from "node:path";

/** Where apex-ls and PMD lie: the jars of Salesforce's Code Analyzer. */
const engine = createRequire(import.meta.url).resolve("@salesforce/code-analyzer-pmd-engine");
export const CODE_ANALYZER_CLASS_PATH = path.join(path.dirname(engine), "java-lib", "*");
