import type { Position } from "./ast.ts";
/**
 * A reason why a file does not compile, at a place. `gap` marks what Salesforce accepts and this org does not yet: its
 * file still runs, up to that place.
 */
export interface Diagnostic {
    readonly file: string;
    readonly at: Position;
    readonly message: string;
    readonly kind: "error" | "gap";
}
/** `force-app/main/default/classes/Foo.cls:12:5: Variable does not exist: x` */
export declare function formatDiagnostic(diagnostic: Diagnostic): string;
