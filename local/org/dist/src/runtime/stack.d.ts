/** From V8's stack to Apex's: each emitted script registers where its generated code came from. */
import type { PositionTable } from "./position-table.ts";
/** `Class.Foo.bar`, `Trigger.FooTrigger`, `AnonymousBlock`; line is Apex's, column always 1 as on the platform. */
export interface ApexFrame {
    readonly name: string;
    readonly line: number;
    readonly column: number;
}
/** `script` is the name the script was compiled under. */
export declare function registerScript(script: string, table: PositionTable): void;
export declare function isApexScript(script: string | null | undefined): boolean;
/** The call sites of something `Error.captureStackTrace` saw, or of an Error nobody has printed yet. */
export declare function callSitesOf(holder: {
    stack?: string;
}): readonly NodeJS.CallSite[];
/** An error's own stack as text, also after its call sites were read: V8 keeps whatever the first reader made of it. */
export declare function stackTextOf(error: Error): string;
export declare function frameOf(site: NodeJS.CallSite): ApexFrame | null;
/** A trigger is where a stack ends: what made it run, by DML, is not part of it. */
export declare function stackFramesOf(holder: {
    stack?: string;
}): readonly ApexFrame[];
/** The Apex line that is running, for the debug log; 0 outside Apex. */
export declare function currentLine(): number;
