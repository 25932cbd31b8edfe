import type { TypeValue } from "../../runtime/type-value.ts";
import { type JsonTokenAt } from "../json/json-token.ts";
export declare class JsonParserValue {
    #private;
    current: JsonTokenAt | null;
    lastCleared: JsonTokenAt | null;
    constructor(text: string);
    get source(): string;
    get currentName(): string | null;
    next(): JsonTokenAt | null;
    /** The next token that is no field name. */
    nextValue(): JsonTokenAt | null;
    clear(): void;
    /** From the beginning of a container to its end; elsewhere stays. */
    skipChildren(): void;
    /** The value the current token begins; afterwards its last token is the current one. */
    readAs({ type }: TypeValue, isStrict: boolean): unknown;
}
export declare const jsonParserBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
