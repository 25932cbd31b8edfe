export interface JsonPosition {
    readonly line: number;
    readonly column: number;
}
export declare function refuseJson(message: string, at?: JsonPosition | null): never;
export declare function positionIn(text: string, offset: number): JsonPosition;
