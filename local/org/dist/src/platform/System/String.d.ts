import { ApexList } from "../../runtime/list.ts";
export declare function stringList(texts: readonly string[]): ApexList<string>;
export declare const stringBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
/** Java's trim: everything up to and including the space character. */
export declare function trimJava(text: string): string;
/** The difference of the first characters that differ, else of the lengths. */
export declare function compareJava(text: string, other: string): number;
