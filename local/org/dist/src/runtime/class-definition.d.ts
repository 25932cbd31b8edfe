/** The run-time definition of an emitted class; what it descends from is worked out when first asked, so that cyclic files load. */
import type { EmittedClass } from "./unit.ts";
import type { ClassDefinition } from "./object.ts";
export declare function classDefinition(emitted: EmittedClass, definitionOf: (name: string) => ClassDefinition): ClassDefinition;
