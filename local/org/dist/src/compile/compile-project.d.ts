import type { EmittedUnit } from "../runtime/unit.ts";
import type { UnitSource } from "../runtime/engine.ts";
import type { Notice } from "../schema/metadata/project-metadata.ts";
import type { Schema } from "../schema/schema.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { type CompiledClass, type CompiledTrigger } from "./output-cache.ts";
export interface CompileOptions {
    /** Projects, or folders or files of source: later ones may use what earlier ones bring. */
    readonly paths: readonly string[];
    /** Without it nothing is kept between runs. */
    readonly cacheFolder?: string;
    readonly onProgress?: (line: string) => void;
}
export interface CompiledProject {
    readonly schema: Schema;
    readonly units: UnitSource;
    readonly classes: readonly CompiledClass[];
    readonly triggers: readonly CompiledTrigger[];
    /** Of every unit, and of the metadata. */
    readonly diagnostics: readonly Diagnostic[];
    readonly notices: readonly Notice[];
    /** URLs that callouts may go to without a Named Credential. */
    readonly remoteSites: readonly string[];
    /** @throws CompilationError */
    anonymous(text: string): EmittedUnit;
}
export declare function compileProject(options: CompileOptions): CompiledProject;
