export type Result<Value, Reason> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly error: Reason;
};
