/** Takes astring's source map calls: mappings come in the order of the generated text. */
import type { Place } from "./js.ts";
import type { PositionRows } from "../runtime/position-table.ts";
interface Mapping {
    /** astring hands through the `loc.start` of the node, which the emitter made: always a Place. */
    readonly original: Place;
    readonly generated: {
        readonly line: number;
        readonly column: number;
    };
}
export declare class PositionCollector {
    #private;
    addMapping(mapping: Mapping): void;
    rows(): PositionRows;
}
export {};
