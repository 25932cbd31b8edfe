/**
 * Apex after names, types, overloads and conversions are settled: what the emitter prints. Nothing here is looked up by name again;
 * every implicit conversion is a `convert` node; every operator says on what it works.
 */
import type { DmlOperation, Position, TriggerEvent } from "../syntax/ast.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type {
  ClassSymbol,
  ConstructorSymbol,
  FieldSymbol,
  LocalSymbol,
  MethodSymbol,
} from "../types/symbols.ts";
import type { Conversion, Numeric } from "../types/conversion.ts";
import type { Type } from "../types/type.ts";

// ── Units ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One top-level class with its inner classes, one trigger, or one anonymous block: the unit of emission and of caching. */
export type BoundUnit = BoundClassUnit | BoundTrigger | BoundAnonymous;

export interface BoundClassUnit {
  readonly kind: "class";
  readonly file: string;
  /** The outer class first, then its inner ones. */
  readonly classes: readonly BoundClass[];
  /** Names of the top-level classes it mentions, ancestors included: what to compile with it and what a cache entry depends on. */
  readonly dependencies: readonly string[];
}

export interface BoundClass {
  readonly symbol: ClassSymbol;
  /** Instance fields with initialisers, instance initialiser blocks: in textual order. */
  readonly instanceInitializers: readonly BoundInitializer[];
  /** Constants first, then what has to be worked out, in textual order. */
  readonly staticInitializers: readonly BoundInitializer[];
  readonly methods: readonly BoundMethod[];
  /** A class that declares none has its implicit one here; an exception class only those it declares. */
  readonly constructors: readonly BoundConstructor[];
  readonly accessors: readonly BoundAccessor[];
}

export type BoundInitializer =
  | {
      readonly kind: "field";
      readonly field: FieldSymbol;
      readonly value: BoundExpression;
      readonly at: Position;
    }
  | { readonly kind: "block"; readonly body: BoundBlock; readonly at: Position };

export interface BoundMethod {
  readonly symbol: MethodSymbol;
  readonly body: BoundBlock | null;
}

export interface BoundConstructor {
  readonly symbol: ConstructorSymbol;
  /** `this(…)`, `super(…)`, or the implicit `super()`; `null` target means the platform superclass or Object. */
  readonly chained: {
    readonly of: "this" | "super";
    readonly target: ConstructorSymbol | null;
    readonly arguments: readonly BoundExpression[];
    readonly at: Position;
  };
  readonly body: BoundBlock;
}

export interface BoundAccessor {
  readonly field: FieldSymbol;
  readonly kind: "get" | "set";
  /** The implicit `value` of a setter. */
  readonly value: LocalSymbol | null;
  readonly body: BoundBlock;
}

export interface BoundTrigger {
  readonly kind: "trigger";
  readonly file: string;
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly apiVersion: number;
  /** Members declared inside the trigger live in a class of its own. */
  readonly classes: readonly BoundClass[];
  readonly body: BoundBlock;
  readonly at: Position;
  readonly dependencies: readonly string[];
}

export interface BoundAnonymous {
  readonly kind: "anonymous";
  readonly file: string;
  readonly classes: readonly BoundClass[];
  readonly body: BoundBlock;
  readonly dependencies: readonly string[];
}

// ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

interface At {
  readonly at: Position;
}

export type BoundStatement =
  | BoundBlock
  | (At & {
      readonly kind: "local";
      readonly local: LocalSymbol;
      readonly value: BoundExpression | null;
    })
  | (At & { readonly kind: "expression"; readonly expression: BoundExpression })
  | (At & {
      readonly kind: "if";
      readonly condition: BoundExpression;
      readonly then: BoundStatement;
      readonly otherwise: BoundStatement | null;
    })
  | (At & {
      readonly kind: "while";
      readonly condition: BoundExpression;
      readonly body: BoundStatement | null;
    })
  | (At & {
      readonly kind: "doWhile";
      readonly body: BoundStatement;
      readonly condition: BoundExpression;
    })
  | (At & {
      readonly kind: "for";
      readonly initializers: readonly BoundStatement[];
      readonly condition: BoundExpression | null;
      readonly updates: readonly BoundExpression[];
      readonly body: BoundStatement | null;
    })
  /** Over a List, a Set, a platform Iterable or a project class that implements Iterable<T>. */
  | (At & {
      readonly kind: "forEach";
      readonly local: LocalSymbol;
      readonly iterable: BoundExpression;
      readonly over: "list" | "set" | "iterable";
      /** From element to the variable's type. */
      readonly conversion: Conversion | null;
      readonly body: BoundStatement | null;
    })
  /** `for (Account a : [SELECT …])` and `for (List<Account> batch : [SELECT …])`, batches of 200. */
  | (At & {
      readonly kind: "forQuery";
      readonly local: LocalSymbol;
      readonly query: BoundExpression & { readonly kind: "soql" };
      readonly each: "record" | "batch";
      readonly body: BoundStatement | null;
    })
  | (At & {
      readonly kind: "switchValues";
      readonly subject: BoundExpression;
      /** `string` compares exactly (Apex's switch is case-sensitive), `enum` and `identity` with ===. */
      readonly compare: "identity" | "string" | "long" | "enum";
      readonly cases: readonly {
        readonly values: readonly BoundExpression[];
        readonly body: BoundBlock;
      }[];
      readonly otherwise: BoundBlock | null;
    })
  | (At & {
      readonly kind: "switchTypes";
      readonly subject: BoundExpression;
      readonly cases: readonly {
        readonly type: Type;
        readonly local: LocalSymbol;
        readonly body: BoundBlock;
      }[];
      /** `when null`. */
      readonly nullCase: BoundBlock | null;
      readonly otherwise: BoundBlock | null;
    })
  | (At & { readonly kind: "return"; readonly value: BoundExpression | null })
  | (At & { readonly kind: "break" })
  | (At & { readonly kind: "continue" })
  | (At & { readonly kind: "throw"; readonly value: BoundExpression })
  | (At & {
      readonly kind: "try";
      readonly body: BoundBlock;
      readonly catches: readonly {
        readonly type: Type;
        readonly local: LocalSymbol;
        readonly body: BoundBlock;
        readonly at: Position;
      }[];
      readonly otherwise: BoundBlock | null;
    })
  | (At & {
      readonly kind: "dml";
      readonly operation: DmlOperation;
      readonly access: "user" | "system" | null;
      readonly target: BoundExpression;
      readonly losers: BoundExpression | null;
      /** Canonical field name. */
      readonly externalIdField: string | null;
    })
  | (At & {
      readonly kind: "runAs";
      readonly arguments: readonly BoundExpression[];
      readonly body: BoundBlock;
    });

export interface BoundBlock extends At {
  readonly kind: "block";
  readonly statements: readonly BoundStatement[];
}

// ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

interface Typed extends At {
  readonly type: Type;
}

export type BoundExpression =
  | (Typed & { readonly kind: "literal"; readonly value: BoundLiteral })
  | (Typed & { readonly kind: "local"; readonly local: LocalSymbol })
  /** `isImplied`: not written, as before a field's bare name. */
  | (Typed & { readonly kind: "this"; readonly isImplied?: true })
  /** What this org cannot run yet: reaching it fails with `message`, which no Apex catches. */
  | (Typed & { readonly kind: "gap"; readonly message: string })
  /** An instance field or property. `slot` bypasses accessors (inside the property's own accessor). */
  | (Typed & {
      readonly kind: "field";
      readonly target: BoundExpression;
      readonly field: FieldSymbol;
      readonly slot: boolean;
      readonly isSuper: boolean;
      readonly isSafe: boolean;
    })
  | (Typed & { readonly kind: "staticField"; readonly field: FieldSymbol; readonly slot: boolean })
  | (Typed & { readonly kind: "enumConstant"; readonly symbol: ClassSymbol; readonly name: string })
  /** A field of a record, `account.Name`. */
  | (Typed & {
      readonly kind: "recordField";
      readonly target: BoundExpression;
      readonly object: string;
      readonly field: string;
      readonly isSafe: boolean;
    })
  /** A parent record, `contact.Account`. */
  | (Typed & {
      readonly kind: "recordParent";
      readonly target: BoundExpression;
      readonly object: string;
      readonly relationship: string;
      readonly isSafe: boolean;
    })
  /** A child list, `account.Contacts`. */
  | (Typed & {
      readonly kind: "recordChildren";
      readonly target: BoundExpression;
      readonly object: string;
      readonly relationship: string;
      readonly isSafe: boolean;
    })
  | (Typed & {
      readonly kind: "index";
      readonly target: BoundExpression;
      readonly index: BoundExpression;
    })
  /** A property of a platform type, `response.statusCode`, static or not: `PlatformType.name`. */
  | (Typed & {
      readonly kind: "platformField";
      readonly target: BoundExpression | null;
      readonly owner: string;
      readonly name: string;
      readonly isSafe: boolean;
    })
  | (Typed & {
      readonly kind: "platformEnumConstant";
      readonly owner: string;
      readonly name: string;
    })
  /** A method of the project. `target` null: static. `dispatch` super calls the ancestor's body. */
  | (Typed & {
      readonly kind: "call";
      readonly target: BoundExpression | null;
      readonly method: MethodSymbol;
      readonly arguments: readonly BoundExpression[];
      readonly dispatch: "static" | "virtual" | "super";
      readonly isSafe: boolean;
    })
  /** A method of the platform, `owner` is the catalog's type that declares it (`String`, `List`, `System.HttpRequest`, `SObject`), or `Object` (toString, equals, hashCode, clone) or `Enum` (name, ordinal). */
  | (Typed & {
      readonly kind: "platformCall";
      readonly target: BoundExpression | null;
      readonly owner: string;
      readonly name: string;
      /** The signature chosen, as `name(Decimal,Integer)` in catalog spelling. */
      readonly signature: string;
      readonly arguments: readonly BoundExpression[];
      readonly isSafe: boolean;
      /** The static type of the target: element types of collections are needed by some behaviours. */
      readonly targetType: Type | null;
      /** `super.getMessage()` in a project class over a platform one. */
      readonly isSuper: boolean;
    })
  /** A built-in that every enum, project or platform, has. */
  | (Typed & {
      readonly kind: "enumCall";
      readonly enumType: Type;
      readonly name: "values" | "valueOf";
      readonly arguments: readonly BoundExpression[];
    })
  /** `constructor` null: one of the four every exception class has, by its arguments: (), (String), (Exception), (String, Exception). */
  | (Typed & {
      readonly kind: "new";
      readonly constructor: ConstructorSymbol | null;
      readonly symbol: ClassSymbol;
      readonly arguments: readonly BoundExpression[];
    })
  | (Typed & {
      readonly kind: "newPlatform";
      readonly owner: string;
      readonly signature: string;
      readonly arguments: readonly BoundExpression[];
    })
  /** `new Account(Name = 'x')`; a path of two sets a parent's external id: `Customer__r` = new … is a `recordParent`. */
  | (Typed & {
      readonly kind: "newRecord";
      readonly object: string;
      readonly fields: readonly {
        readonly kind: "field" | "parent" | "children";
        readonly name: string;
        readonly value: BoundExpression;
      }[];
    })
  | (Typed & {
      readonly kind: "newList" | "newSet";
      readonly element: Type;
      readonly elements: readonly BoundExpression[];
    })
  /** `new List<T>(other)`, `new Set<T>(other)`, `new Map<Id, T>(records)`, `new T[5]` with a size. */
  | (Typed & {
      readonly kind: "copyCollection";
      /** What it is, whatever it has been cast to since. */
      readonly collection: Type;
      readonly source: BoundExpression;
    })
  | (Typed & { readonly kind: "sizedList"; readonly element: Type; readonly size: BoundExpression })
  | (Typed & {
      readonly kind: "newMap";
      readonly key: Type;
      readonly value: Type;
      readonly entries: readonly {
        readonly key: BoundExpression;
        readonly value: BoundExpression;
      }[];
    })
  | (Typed & {
      readonly kind: "convert";
      readonly conversion: Conversion;
      readonly value: BoundExpression;
    })
  | (Typed & {
      readonly kind: "instanceOf";
      readonly value: BoundExpression;
      readonly tested: Type;
    })
  /** Both operands already of the numeric type. Shifts: the right operand is Integer or Long as its own type says. */
  | (Typed & {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/" | "<<" | ">>" | ">>>" | "&" | "|" | "^";
      readonly numeric: Numeric;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  /** Date ± Integer days, Datetime ± Decimal days, Time ± ms; the left operand is the point in time. */
  | (Typed & {
      readonly kind: "dateArithmetic";
      readonly operator: "+" | "-";
      readonly of: "Date" | "Datetime" | "Time";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: "negate";
      readonly numeric: Numeric;
      readonly operand: BoundExpression;
    })
  | (Typed & {
      readonly kind: "complement";
      readonly numeric: "Integer" | "Long";
      readonly operand: BoundExpression;
    })
  /** String +: either operand may be of any type. */
  | (Typed & {
      readonly kind: "concat";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: "booleanOperation";
      readonly operator: "&" | "|" | "^";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: "logical";
      readonly operator: "&&" | "||";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & { readonly kind: "not"; readonly operand: BoundExpression })
  /** String comparison ignores case as == does. */
  | (Typed & {
      readonly kind: "comparison";
      readonly operator: "<" | "<=" | ">" | ">=";
      readonly compare: Numeric | "String" | "Id" | "Date" | "Datetime" | "Time";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: "equality";
      readonly negated: boolean;
      readonly compare: EqualityKind;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  /** === and !==. */
  | (Typed & {
      readonly kind: "identity";
      readonly negated: boolean;
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  | (Typed & {
      readonly kind: "conditional";
      readonly condition: BoundExpression;
      readonly then: BoundExpression;
      readonly otherwise: BoundExpression;
    })
  | (Typed & {
      readonly kind: "coalesce";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    })
  /** The value of the expression is the value assigned (after conversion to the target's type). */
  | (Typed & {
      readonly kind: "assign";
      readonly target: BoundLValue;
      readonly value: BoundExpression;
    })
  /** `a op= b`: `operation` is the arithmetic, concat, dateArithmetic or booleanOperation with `{kind:"targetValue"}` on its left, converted back to the target's type. */
  | (Typed & {
      readonly kind: "compoundAssign";
      readonly target: BoundLValue;
      readonly operation: BoundExpression;
    })
  | (Typed & { readonly kind: "targetValue" })
  | (Typed & {
      readonly kind: "increment";
      readonly operator: "++" | "--";
      readonly isPrefix: boolean;
      readonly numeric: Numeric;
      readonly target: BoundLValue;
    })
  | (Typed & { readonly kind: "classLiteral"; readonly of: Type })
  /** `Account.SObjectType`, `Schema.Account.getSObjectType()`. */
  | (Typed & { readonly kind: "objectToken"; readonly object: string })
  /** `Account.Name` as a Schema.SObjectField. */
  | (Typed & { readonly kind: "fieldToken"; readonly object: string; readonly field: string })
  /** `Schema.SObjectType.Account`, a DescribeSObjectResult. */
  | (Typed & { readonly kind: "objectDescribe"; readonly object: string })
  /** `Schema.SObjectType.Account.fields.Name`, a DescribeFieldResult. */
  | (Typed & { readonly kind: "fieldDescribe"; readonly object: string; readonly field: string })
  /** `Schema.SObjectType.Account.fieldSets.X`. */
  | (Typed & { readonly kind: "fieldSet"; readonly object: string; readonly name: string })
  /** `Foo__c.getInstance()`, `Foo__mdt.getAll()`, `getOrgDefaults`, `getValues`. */
  | (Typed & {
      readonly kind: "settingsCall";
      readonly object: string;
      readonly name: "getInstance" | "getAll" | "getOrgDefaults" | "getValues";
      readonly arguments: readonly BoundExpression[];
    })
  | (Typed & { readonly kind: "label"; readonly name: string })
  | (Typed & { readonly kind: "page"; readonly name: string })
  /** `Trigger.new`, `Trigger.oldMap`, `Trigger.isInsert` … canonical spelling. */
  | (Typed & { readonly kind: "triggerVariable"; readonly name: TriggerVariable })
  /** `record.Name.addError(…)`. */
  | (Typed & {
      readonly kind: "fieldAddError";
      readonly record: BoundExpression;
      readonly field: string;
      readonly arguments: readonly BoundExpression[];
    })
  /** `[SELECT …]`. `shape`: `list` of records or AggregateResult; `count` for COUNT(). Binds are indexes into `binds`. */
  | (Typed & {
      readonly kind: "soql";
      readonly query: Query<number>;
      readonly binds: readonly BoundExpression[];
      readonly shape: "list" | "count";
      readonly object: string;
    })
  | (Typed & {
      readonly kind: "sosl";
      readonly query: SoslQuery<number>;
      readonly binds: readonly BoundExpression[];
    });

export type BoundLValue = Extract<
  BoundExpression,
  {
    readonly kind:
      | "local"
      | "field"
      | "staticField"
      | "recordField"
      | "recordParent"
      | "index"
      | "platformField";
  }
>;

export type BoundLiteral =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: number }
  | { readonly kind: "long"; readonly text: string }
  | { readonly kind: "decimal"; readonly text: string }
  | { readonly kind: "double"; readonly value: number }
  | { readonly kind: "string"; readonly value: string };

/** `reference`: ===. `value`: deep, with user-defined equals. `string` ignores case, `id` ignores 15/18. Numbers of one type each. */
export type EqualityKind = "reference" | "value" | "string" | "id" | Numeric;

export type TriggerVariable =
  | "new"
  | "old"
  | "newMap"
  | "oldMap"
  | "isBefore"
  | "isAfter"
  | "isInsert"
  | "isUpdate"
  | "isDelete"
  | "isUndelete"
  | "isExecuting"
  | "size"
  | "operationType";
