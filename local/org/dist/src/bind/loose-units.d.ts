/** Triggers and anonymous blocks: a body, and a class made up for the members declared beside it. */
import type { AnonymousUnit, TriggerUnit } from "../syntax/ast.ts";
import type { BoundAnonymous, BoundTrigger } from "./bound.ts";
import { type Compilation } from "./compilation.ts";
import { type Bound, type SourceUnit } from "./program.ts";
export declare function bindTriggerUnit({ file, apiVersion, unit }: SourceUnit<TriggerUnit>, compilation: Compilation): Bound<BoundTrigger>;
export declare function bindAnonymousUnit(unit: AnonymousUnit, file: string, compilation: Compilation): Bound<BoundAnonymous>;
