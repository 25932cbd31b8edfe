/** What the binder knows of the project's own declarations. Built once per compilation, before any body is bound. */
import type { Position } from "../syntax/ast.ts";
import type { Type } from "./type.ts";

export type Visibility = "private" | "protected" | "public" | "global";

export interface AnnotationSymbol {
  /** Lower-cased. */
  readonly name: string;
  /** Lower-cased argument name ("value" for an unnamed one) → text. */
  readonly arguments: ReadonlyMap<string, string>;
}

export interface ClassSymbol {
  readonly kind: "class" | "interface" | "enum";
  readonly name: string;
  /** `Outer.Inner`, or `Outer`. The run-time name of the class and of its unit. */
  readonly qualifiedName: string;
  readonly file: string;
  readonly at: Position;
  readonly end: Position;
  readonly outer: ClassSymbol | null;
  readonly visibility: Visibility;
  readonly sharing: "with" | "without" | "inherited" | null;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly annotations: readonly AnnotationSymbol[];
  /** Of the class file's -meta.xml, else the project's sourceApiVersion. */
  readonly apiVersion: number;
  /** A project class or a platform class (`System.Exception`); null for Object. Set when headers are resolved. */
  superclass: Type | null;
  interfaces: readonly Type[];
  fields: readonly FieldSymbol[];
  methods: readonly MethodSymbol[];
  constructors: readonly ConstructorSymbol[];
  inner: readonly ClassSymbol[];
  /** In order; empty unless an enum. */
  enumConstants: readonly string[];
  /** Whether it descends from System.Exception. */
  isException: boolean;
}

/** A field or a property. */
export interface FieldSymbol {
  readonly kind: "field";
  readonly owner: ClassSymbol;
  readonly name: string;
  /** The JavaScript property: `_name` + `$` for each ancestor field of the same name. Static ones live in the class's statics record. */
  readonly key: string;
  readonly type: Type;
  readonly at: Position;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isVirtual: boolean;
  readonly visibility: Visibility;
  readonly annotations: readonly AnnotationSymbol[];
  /** null for a plain field. `custom` accessors have bodies: they are called; `automatic` ones read and write the slot. */
  readonly property: {
    readonly getter: "automatic" | "custom" | null;
    readonly setter: "automatic" | "custom" | null;
    readonly getterVisibility: Visibility;
    readonly setterVisibility: Visibility;
  } | null;
}

export interface MethodSymbol {
  readonly kind: "method";
  readonly owner: ClassSymbol;
  readonly name: string;
  /** The JavaScript property, the same for an override and what it overrides: lower-cased name and parameter types, `dothing(Integer,List<Account>)`. */
  readonly key: string;
  readonly parameters: readonly LocalSymbol[];
  readonly returns: Type;
  readonly at: Position;
  readonly end: Position;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  /** By subclasses: an override is final unless it says otherwise. */
  readonly isOverridable: boolean;
  readonly isOverride: boolean;
  readonly visibility: Visibility;
  readonly annotations: readonly AnnotationSymbol[];
  readonly isTest: boolean;
  /**
   * Further JavaScript keys under which the platform calls it: `System.Queueable.execute` for a method that implements a platform
   * interface's, `getMessage` for one that overrides a platform class's, `equals`, `hashCode`, `toString` for Object's. Also the key of
   * a project interface's method that it implements with wider parameters.
   */
  readonly platformKeys: readonly string[];
}

export interface ConstructorSymbol {
  readonly kind: "constructor";
  readonly owner: ClassSymbol;
  readonly parameters: readonly LocalSymbol[];
  /** The JavaScript method that runs its body: `constructor(Integer,String)`. */
  readonly key: string;
  readonly at: Position;
  readonly visibility: Visibility;
  readonly annotations: readonly AnnotationSymbol[];
}

/** A parameter, a local variable, a loop or catch variable. Each declaration is one object. */
export interface LocalSymbol {
  readonly kind: "local";
  readonly name: string;
  readonly type: Type;
  readonly at: Position;
}
