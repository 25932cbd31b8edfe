import type { ClassSymbol } from "../../types/symbols.ts";
import { type Compilation } from "../compilation.ts";
import type { Report } from "../report.ts";
export declare function checkContracts(symbol: ClassSymbol, compilation: Compilation, report: Report): void;
