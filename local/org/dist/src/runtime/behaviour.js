/**
 * How platform members behave. Signatures come from the catalog; one file per platform type gives the behaviour and registers it in
 * the table of its namespace. A member with a signature and no behaviour is a gap, reported by the compiler where it is used.
 *
 * Keys are the catalog's spelling of the member: `contains`. Where overloads need different code, the key is the whole signature,
 * `valueOf(Object)`, which wins over the bare name. Arguments arrive already converted to the parameter types of the chosen signature.
 */
/** Identity with a type check: `export const stringBehaviour = platformType({ type: "String", … })`. */
export function platformType(behaviour) {
    return behaviour;
}
