/**
 * The stub with its correction. A member of the correction takes the place of the stub's member with the same name and
 * parameter types, and is added otherwise; constructors and supertypes replace the stub's as a whole. Constants come in
 * the correction's order, which gives their ordinals, then the stub's others.
 */
export function correct(stub, correction) {
    if (correction === undefined)
        return stub ?? {};
    const { without = [], open, methods = [], fields = [], constants = [], ...rest } = correction;
    const { sealed, ...base } = stub ?? {};
    return {
        ...base,
        ...(sealed === true && open !== true ? { sealed } : {}),
        ...rest,
        methods: merge(base.methods ?? [], methods, without),
        fields: merge(base.fields ?? [], fields, without),
        constants: [...new Set([...constants, ...(base.constants ?? [])])],
    };
}
function merge(stub, corrected, without) {
    const replaced = new Set(corrected.map(identityOf));
    const left = new Set(without.map((name) => name.toLowerCase()));
    const kept = stub.filter((line) => !replaced.has(identityOf(line)) && !left.has(nameOf(line).toLowerCase()));
    return [...kept, ...corrected];
}
/** The member's name and parameter types, which is what makes it one member. */
function identityOf(line) {
    const parameters = /\((.*)\)$/.exec(line)?.[1] ?? "";
    return `${nameOf(line)}(${parameters.replaceAll(/ \w+(?=,|$)/g, "")})`.toLowerCase();
}
function nameOf(line) {
    return /(\w+)(?:\(.*)?$/.exec(line)?.[1] ?? line;
}
