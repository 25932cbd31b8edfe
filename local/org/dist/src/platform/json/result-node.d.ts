/** The parts of a JSON object that stands for a result of the platform: members by name in any case. */
import { ErrorValue } from "../Database/Results.ts";
import type { JsonNode } from "./json-node.ts";
import { JsonFields } from "./platform-forms.ts";
export declare class ResultNode {
    #private;
    constructor(node: JsonNode);
    text(name: string): string | null;
    isTrue(name: string): boolean;
    items(name: string): readonly JsonNode[];
    texts(name: string): readonly string[];
    get errors(): readonly ErrorValue[];
}
export declare function readError(node: JsonNode): ErrorValue;
export declare function writeError(error: ErrorValue): JsonFields;
