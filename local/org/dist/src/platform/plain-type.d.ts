/** Platform types that are nothing but fields: the catalog names them, every one begins as null. */
import { type Behaviour, type TypeBehaviour } from "../runtime/behaviour.ts";
/** An instance: its fields by the catalog's spelling. */
export declare class PlainValue {
    readonly fields: Map<string, unknown>;
}
export interface PlainTypeOptions {
    /** What a field holds at first. */
    readonly defaults?: Readonly<Record<string, () => unknown>>;
    readonly methods?: Readonly<Record<string, Behaviour>>;
}
export interface PlainType {
    readonly behaviour: TypeBehaviour;
    readonly create: () => PlainValue;
}
/** @throws Error where the catalog has no such type */
export declare function plainType(name: string, options?: PlainTypeOptions): PlainType;
