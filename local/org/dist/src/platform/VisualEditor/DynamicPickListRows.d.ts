export declare class DataRowValue {
    readonly label: string | null;
    readonly value: unknown;
    readonly isSelected: boolean;
    constructor(label: string | null, value: unknown, isSelected: boolean);
}
export declare class DynamicPickListRowsValue {
    readonly rows: DataRowValue[];
    containsAllRows: boolean;
    constructor(rows: readonly DataRowValue[], containsAllRows: boolean);
}
export declare const dataRowBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const dynamicPickListRowsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
