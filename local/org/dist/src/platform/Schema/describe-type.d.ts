import { type Behaviour, type TypeBehaviour } from "../../runtime/behaviour.ts";
type Properties = Readonly<Record<string, Behaviour>>;
/**
 * A describe: everything it knows is there as a property (`Label`, `Custom`) and as a method (`getLabel`, `isCustom`). Both tables are by
 * property name; `flags` are the ones whose method is `isX`. `unprinted` names values that its text leaves out.
 */
export declare function describeType(type: string, implementation: NonNullable<TypeBehaviour["implementation"]>, values: Properties, flags: Properties, unprinted?: readonly string[]): TypeBehaviour;
export {};
