/**
 * A type as written in a signature. Primitives, collections, `Object`, `SObject` and `void` are unqualified ("String",
 * "List", "Map"); standard objects too ("Account"); type parameters are their letter ("T", "K", "V"); every other type is qualified by its
 * namespace in Apex's own spelling ("System.HttpRequest"), inner types by their outer one ("Messaging.InboundEmail.BinaryAttachment").
 */
export interface TypeRef {
  readonly name: string;
  readonly args: readonly TypeRef[];
}

export interface ParameterSignature {
  readonly name: string;
  readonly type: TypeRef;
}

export interface MethodSignature {
  readonly name: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly parameters: readonly ParameterSignature[];
  readonly returns: TypeRef;
}

export interface ConstructorSignature {
  readonly parameters: readonly ParameterSignature[];
}

export interface FieldSignature {
  readonly name: string;
  readonly isStatic: boolean;
  readonly type: TypeRef;
  readonly isReadOnly: boolean;
}

export interface PlatformType {
  /** As a {@link TypeRef} names it: "System.HttpRequest", "Schema.DescribeSObjectResult", "String", "List". */
  readonly name: string;
  /** "System" also for the unqualified types. */
  readonly namespace: string;
  readonly kind: "class" | "interface" | "enum";
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly typeParameters: readonly string[];
  readonly superclass: TypeRef | null;
  readonly interfaces: readonly TypeRef[];
  readonly constructors: readonly ConstructorSignature[];
  /** Declared here, not inherited. */
  readonly methods: readonly MethodSignature[];
  readonly fields: readonly FieldSignature[];
  readonly enumConstants: readonly string[];
  /** Simple names: "BinaryAttachment". */
  readonly innerTypes: readonly string[];
}

export interface PlatformCatalog {
  /**
   * Case-insensitive. Accepts "HttpRequest" (the System namespace is implicit, then Schema), "System.HttpRequest",
   * "Database.BatchableContext" and inner names ("Messaging.InboundEmail.BinaryAttachment").
   */
  find(name: string): PlatformType | undefined;
  hasNamespace(name: string): boolean;
  namespaces(): readonly string[];
  /** Every type there is, or every one of a namespace. Reads all of them: for listings, not for look-ups. */
  types(namespace?: string): readonly PlatformType[];
}
