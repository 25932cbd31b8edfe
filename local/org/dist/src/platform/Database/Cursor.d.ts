import type { RecordCursor } from "../../runtime/host.ts";
export declare class CursorValue {
    readonly records: RecordCursor;
    constructor(records: RecordCursor);
}
export declare const cursorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
