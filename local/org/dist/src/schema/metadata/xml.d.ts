import type { Diagnostic } from "../../syntax/diagnostic.ts";
/** What the parser makes of an element: text, or an object of child elements, attributes (@) and text (#text). */
type Parsed = string | {
    readonly [name: string]: Parsed | readonly Parsed[];
};
export declare class XmlElement {
    #private;
    constructor(content: Parsed);
    /** The child's text; null when there is no such child, or it is empty or nil. */
    text(name: string): string | null;
    ownText(): string | null;
    attribute(name: string): string | null;
    /** False when there is no such child. */
    flag(name: string): boolean;
    number(name: string): number | null;
    child(name: string): XmlElement | null;
    /** In document order. */
    children(name: string): readonly XmlElement[];
    texts(name: string): readonly string[];
}
/** The document's root element, which must be of the given name. */
export declare function readXml(file: string, text: string, root: string): {
    readonly element: XmlElement;
} | {
    readonly error: Diagnostic;
};
export {};
