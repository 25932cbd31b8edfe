/** Members of platform types as emitted code calls them: found once when a unit is loaded. */
import type { Behaviour } from "./behaviour.ts";
export declare function staticMethod(owner: string, signature: string): Behaviour;
/** `super.getMessage()`: the platform's own, whatever the project overrides. */
export declare function superMethod(owner: string, signature: string): Behaviour;
export declare function method(owner: string, signature: string): Behaviour;
export declare function constructorOf(owner: string, signature: string): Behaviour;
export declare function property(owner: string, table: "getters" | "setters" | "staticGetters" | "staticSetters", name: string): Behaviour;
