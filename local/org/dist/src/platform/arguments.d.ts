import type { Behaviour } from "../runtime/behaviour.ts";
/** Wraps every behaviour of a table: a null argument raises NullPointerException "Argument cannot be null." */
export declare function refusingNull<T extends Readonly<Record<string, Behaviour>>>(behaviours: T): Readonly<Record<keyof T & string, Behaviour>>;
