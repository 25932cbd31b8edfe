/** The project's classes as running code finds them by name. */
import type { EnumConstants } from "./enum.ts";
import type { ApexObject, ClassDefinition } from "./object.ts";
/** What an emitted class looks like from outside: made bare, then `$init()`, then one of its constructor methods runs. */
export type EmittedConstructor = new () => ApexObject;
export interface ProjectClass {
    readonly definition: ClassDefinition;
    /** null for an enum. */
    readonly constructor_: EmittedConstructor | null;
    /** null unless an enum. */
    readonly constants: EnumConstants | null;
}
export interface ProjectClasses {
    /** By qualified name, case-insensitive; compiles and loads the class. Undefined where there is none or it does not compile. */
    find(name: string): ProjectClass | undefined;
    /** Calls a static method by its JavaScript key, such as `run(Integer)`. */
    callStatic(className: string, key: string, values: readonly unknown[]): unknown;
    /** `new Foo()` by the class's parameterless constructor. */
    create(name: string): ApexObject;
}
