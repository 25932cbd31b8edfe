/** A map by name in which case does not count. Its keys are lower-cased. */
export declare class NameMap<Value> extends Map<string, Value> {
    get(name: string): Value | undefined;
    has(name: string): boolean;
    set(name: string, value: Value): this;
    static by<Value>(values: readonly Value[], nameOf: (value: Value) => string | null): NameMap<Value>;
}
