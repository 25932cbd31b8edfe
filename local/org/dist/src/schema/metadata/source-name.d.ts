export interface SourceName {
    /** The type's suffix: object, field, permissionset, cls … */
    readonly suffix: string;
    /** The name of the component, decoded: `Admin`, `Type.Record`. */
    readonly name: string;
    /** Of a part of a decomposed object: the object. */
    readonly object: string | null;
}
/** null for a file that holds no metadata: source code, the content of a resource. */
export declare function sourceName(path: string): SourceName | null;
