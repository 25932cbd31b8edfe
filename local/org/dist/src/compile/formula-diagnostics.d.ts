import type { LoadedSchema } from "../schema/load-schema.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
export declare function formulaDiagnostics(loaded: LoadedSchema): Diagnostic[];
