import type { Type } from "./type.ts";
/** The name of a type as Apex writes it in messages and in method keys: `Map<Id,List<Account>>`, `System.HttpRequest`, `Outer.Inner`. */
export declare function displayType(type: Type): string;
/** `Integer,List<Account>` */
export declare function displayTypes(types: readonly Type[]): string;
/** `(Integer, List<Account>)`, the way messages list parameters. */
export declare function displayParameters(types: readonly Type[]): string;
