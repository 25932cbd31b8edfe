export declare class EmailValue {
    /** By the catalog's spelling of the field, `ToAddresses`. */
    readonly fields: Map<string, unknown>;
}
export declare class SingleEmailMessageValue extends EmailValue {
}
export declare const emailBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const singleEmailMessageBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
