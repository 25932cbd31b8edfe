import type { Behaviour, TypeBehaviour } from "./behaviour.ts";
export type Table = "statics" | "methods" | "constructors" | "getters" | "setters" | "staticGetters" | "staticSetters";
/** One type may be spread over several files. */
export declare function registerBehaviour(behaviour: TypeBehaviour): void;
/** All of them, in the order of their files. */
export declare function registeredBehaviours(): readonly TypeBehaviour[];
/** The behaviour of a member, own or inherited: `member` is a signature (`contains(String)`) or a bare name. */
export declare function findBehaviour(owner: string, table: Table, member: string): Behaviour | undefined;
export declare function isInterface(owner: string): boolean;
/**
 * Whether the org can run a member. Interfaces' methods always run: whoever implements them does. So do the constructors of
 * exceptions.
 */
export declare function hasBehaviour(owner: string, member: string, isStatic: boolean): boolean;
export declare function isExceptionType(owner: string): boolean;
