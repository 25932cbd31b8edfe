/** What the emitter makes of one bound unit: JavaScript text and plain data, cached together by content hash. */
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { RuntimeType } from "./type.ts";
import type { FieldDefinition, MethodDefinition } from "./object.ts";
import type { PositionRows } from "./position-table.ts";

export interface EmittedUnit {
  readonly kind: "class" | "trigger" | "anonymous";
  /** Of a class its qualified name, of a trigger its own; empty for an anonymous block. */
  readonly name: string;
  readonly file: string;
  /** A function expression that takes the unit's runtime. */
  readonly code: string;
  readonly data: UnitData;
  readonly positions: PositionRows;
  /** Apex lines that count for coverage, ascending. */
  readonly executableLines: readonly number[];
  readonly dependencies: readonly string[];
}

/** Constants the code refers to by index: `$.type(3)`, `$.query(0)`. */
export interface UnitData {
  readonly types: readonly RuntimeType[];
  readonly queries: readonly Query<number>[];
  readonly searches: readonly SoslQuery<number>[];
  readonly classes: readonly EmittedClass[];
}

export interface EmittedClass {
  readonly kind: "class" | "interface" | "enum";
  readonly name: string;
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly file: string;
  readonly apiVersion: number;
  readonly sharing: "with" | "without" | "inherited" | null;
  readonly superclass: RuntimeType | null;
  readonly interfaces: readonly RuntimeType[];
  readonly fields: readonly FieldDefinition[];
  readonly methods: readonly MethodDefinition[];
  readonly defaultConstructor: string | null;
  readonly annotations: readonly string[];
  readonly enumConstants: readonly string[];
  /** JavaScript properties of the statics record, all null before the initialisers run. */
  readonly staticKeys: readonly string[];
}
