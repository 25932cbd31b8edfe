import type { WrittenDeclaration } from "./declaration-notation.ts";
/** The namespaces that have a file. */
export declare function generatedNamespaces(): readonly string[];
/** The declarations of one namespace by simple name ("InboundEmail.Header" for an inner type). */
export declare function generatedNamespace(name: string): Readonly<Record<string, WrittenDeclaration>>;
