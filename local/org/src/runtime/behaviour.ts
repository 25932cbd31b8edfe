/**
 * How platform members behave. Signatures come from the catalog; one file per platform type gives the behaviour and registers it in
 * the table of its namespace. A member with a signature and no behaviour is a gap, reported by the compiler where it is used.
 *
 * Keys are the catalog's spelling of the member: `contains`. Where overloads need different code, the key is the whole signature,
 * `valueOf(Object)`, which wins over the bare name. Arguments arrive already converted to the parameter types of the chosen signature.
 */

// Behaviours take and give values of the Apex they serve; their types are the catalog's signatures, checked by a test, not by TypeScript.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Behaviour = (...values: any[]) => unknown;

export interface TypeBehaviour {
  /** The catalog's name: `String`, `List`, `System.HttpRequest`. */
  readonly type: string;
  /** `Type.member(…)`. */
  readonly statics?: Readonly<Record<string, Behaviour>>;
  /** `value.member(…)`: the receiver comes first and is never null. */
  readonly methods?: Readonly<Record<string, Behaviour>>;
  /** `new Type(…)`: called without `new`, returns the value. Keys: `new` or `new(String,Integer)`. */
  readonly constructors?: Readonly<Record<string, Behaviour>>;
  /** Properties: static ones take no receiver. */
  readonly getters?: Readonly<Record<string, Behaviour>>;
  readonly setters?: Readonly<Record<string, Behaviour>>;
  readonly staticGetters?: Readonly<Record<string, Behaviour>>;
  readonly staticSetters?: Readonly<Record<string, Behaviour>>;
  /** The JavaScript class behind it, for types that project classes extend (System.Exception) or that `instanceof` and casts must know. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly implementation?: abstract new (...values: any[]) => object;
}

/** Identity with a type check: `export const stringBehaviour = platformType({ type: "String", … })`. */
export function platformType(behaviour: TypeBehaviour): TypeBehaviour {
  return behaviour;
}
