/**
 * The abstract syntax of Apex. Plain data: it is cached on disk by content hash, so no class instances, no cycles, no undefined-valued keys.
 * Names keep the author's spelling; Apex ignores case, and only the binder folds it.
 */
import type { Query, SoslQuery } from "./query.ts";
/**
 * 1-based line, 1-based column, of the token that Salesforce names in errors and stack traces: the name of a declaration and of a called
 * method, the first name of a dotted one, the operator of a unary, the first token of anything else.
 */
export interface Position {
    readonly line: number;
    readonly column: number;
}
interface Node {
    readonly at: Position;
}
export type CompilationUnit = ClassUnit | TriggerUnit | AnonymousUnit;
export interface ClassUnit {
    readonly kind: "classUnit";
    readonly declaration: TypeDeclaration;
}
export type TriggerEvent = "before insert" | "before update" | "before delete" | "after insert" | "after update" | "after delete" | "after undelete";
export interface TriggerUnit extends Node {
    readonly kind: "triggerUnit";
    readonly name: string;
    readonly object: string;
    readonly events: readonly TriggerEvent[];
    /** Statements and, as Apex allows, methods and fields declared inside the trigger's body. */
    readonly body: Block;
    readonly members: readonly Member[];
}
/**
 * What `executeAnonymous` takes: statements, with class, method and property declarations between them. A variable declared between the
 * statements is a LocalVariables among them, initialised in its turn, though methods declared here may use it; with a modifier such as
 * `static` it is a field. Triggers likewise.
 */
export interface AnonymousUnit extends Node {
    readonly kind: "anonymousUnit";
    readonly body: Block;
    readonly members: readonly Member[];
}
export type ModifierWord = "public" | "private" | "protected" | "global" | "static" | "virtual" | "abstract" | "override" | "final" | "transient" | "testmethod" | "webservice" | "with sharing" | "without sharing" | "inherited sharing";
export interface Annotation extends Node {
    /** As written, without the @. */
    readonly name: string;
    /** `@IsTest(SeeAllData=true)` → [{name:"SeeAllData", value: …}]; `@SuppressWarnings('PMD')` → [{name:null, value: …}]. */
    readonly arguments: readonly {
        readonly name: string | null;
        readonly value: Expression;
    }[];
}
export interface Modifiers {
    readonly words: readonly ModifierWord[];
    readonly annotations: readonly Annotation[];
}
export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;
interface DeclarationBase extends Node {
    readonly name: string;
    readonly modifiers: Modifiers;
    /** The closing brace: a declaration's extent is `at`..`end`. */
    readonly end: Position;
}
export interface ClassDeclaration extends DeclarationBase {
    readonly kind: "class";
    readonly superclass: TypeName | null;
    readonly interfaces: readonly TypeName[];
    readonly members: readonly Member[];
}
export interface InterfaceDeclaration extends DeclarationBase {
    readonly kind: "interface";
    readonly interfaces: readonly TypeName[];
    readonly methods: readonly MethodDeclaration[];
}
export interface EnumDeclaration extends DeclarationBase {
    readonly kind: "enum";
    readonly constants: readonly {
        readonly name: string;
        readonly at: Position;
    }[];
}
export type Member = FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration | InitializerBlock | TypeDeclaration;
/** `Integer a = 1, b;` is two of these with the same type and modifiers. */
export interface FieldDeclaration extends Node {
    readonly kind: "field";
    readonly modifiers: Modifiers;
    readonly type: TypeName;
    readonly name: string;
    readonly initializer: Expression | null;
}
export interface PropertyDeclaration extends Node {
    readonly kind: "property";
    readonly modifiers: Modifiers;
    readonly type: TypeName;
    readonly name: string;
    readonly getter: Accessor | null;
    readonly setter: Accessor | null;
}
export interface Accessor extends Node {
    readonly modifiers: Modifiers;
    /** null for an automatic accessor: `get;`. */
    readonly body: Block | null;
}
export interface Parameter extends Node {
    readonly name: string;
    readonly type: TypeName;
    readonly isFinal: boolean;
}
export interface MethodDeclaration extends DeclarationBase {
    readonly kind: "method";
    /** null is void. */
    readonly returns: TypeName | null;
    readonly parameters: readonly Parameter[];
    /** null for an abstract or interface method. */
    readonly body: Block | null;
}
export interface ConstructorDeclaration extends DeclarationBase {
    readonly kind: "constructor";
    readonly parameters: readonly Parameter[];
    readonly body: Block;
}
export interface InitializerBlock extends Node {
    readonly kind: "initializer";
    readonly isStatic: boolean;
    readonly body: Block;
}
/** `Map<Id, List<Account>>`, `Schema.SObjectType`, `Account[]` (arrayDepth 1). */
export interface TypeName extends Node {
    readonly parts: readonly {
        readonly name: string;
        readonly arguments: readonly TypeName[];
    }[];
    readonly arrayDepth: number;
}
export type Statement = Block | LocalVariables | If | While | DoWhile | For | ForEach | Switch | Return | Break | Continue | Throw | Try | Dml | RunAs | ExpressionStatement;
export interface Block extends Node {
    readonly kind: "block";
    readonly statements: readonly Statement[];
}
export interface LocalVariables extends Node {
    readonly kind: "localVariables";
    readonly type: TypeName;
    readonly isFinal: boolean;
    readonly variables: readonly {
        readonly name: string;
        readonly initializer: Expression | null;
        readonly at: Position;
    }[];
}
export interface If extends Node {
    readonly kind: "if";
    readonly condition: Expression;
    readonly then: Statement;
    readonly otherwise: Statement | null;
}
export interface While extends Node {
    readonly kind: "while";
    readonly condition: Expression;
    /** null for `while (c);` */
    readonly body: Statement | null;
}
export interface DoWhile extends Node {
    readonly kind: "doWhile";
    readonly body: Statement;
    readonly condition: Expression;
}
export interface For extends Node {
    readonly kind: "for";
    readonly initializer: LocalVariables | readonly Expression[] | null;
    readonly condition: Expression | null;
    readonly updates: readonly Expression[];
    readonly body: Statement | null;
}
export interface ForEach extends Node {
    readonly kind: "forEach";
    readonly type: TypeName;
    readonly name: string;
    readonly iterable: Expression;
    readonly body: Statement | null;
}
export interface Switch extends Node {
    readonly kind: "switch";
    readonly subject: Expression;
    readonly cases: readonly SwitchCase[];
    readonly otherwise: Block | null;
}
export type SwitchCase = SwitchValueCase | SwitchTypeCase;
export interface SwitchValueCase extends Node {
    readonly kind: "values";
    /** Literals, null, or bare enum constant names. */
    readonly values: readonly Expression[];
    readonly body: Block;
}
export interface SwitchTypeCase extends Node {
    readonly kind: "type";
    readonly type: TypeName;
    readonly name: string;
    readonly body: Block;
}
export interface Return extends Node {
    readonly kind: "return";
    readonly value: Expression | null;
}
export interface Break extends Node {
    readonly kind: "break";
}
export interface Continue extends Node {
    readonly kind: "continue";
}
export interface Throw extends Node {
    readonly kind: "throw";
    readonly value: Expression;
}
export interface Try extends Node {
    readonly kind: "try";
    readonly body: Block;
    readonly catches: readonly {
        readonly type: TypeName;
        readonly name: string;
        readonly body: Block;
        readonly at: Position;
    }[];
    readonly otherwise: Block | null;
}
export type DmlOperation = "insert" | "update" | "upsert" | "delete" | "undelete" | "merge";
export interface Dml extends Node {
    readonly kind: "dml";
    readonly operation: DmlOperation;
    /** `insert as user x`. */
    readonly access: "user" | "system" | null;
    readonly target: Expression;
    /** The losing record(s) of a merge. */
    readonly losers: Expression | null;
    /** `upsert x Account.External__c` → the name as written. */
    readonly externalIdField: readonly string[] | null;
}
export interface RunAs extends Node {
    readonly kind: "runAs";
    readonly arguments: readonly Expression[];
    readonly body: Block;
}
export interface ExpressionStatement extends Node {
    readonly kind: "expressionStatement";
    readonly expression: Expression;
}
export type Expression = Literal | Name | This | Super | FieldAccess | MethodCall | ConstructorCall | Index | Unary | Increment | Binary | Conditional | Assignment | InstanceOf | Cast | NewObject | NewArray | NewListOrSet | NewMap | ClassLiteral | SoqlExpression | SoslExpression;
export interface Literal extends Node {
    readonly kind: "literal";
    /** `decimal` is a literal with a point (1.5), `double` one with a d suffix, `long` one with an L suffix; text without the suffix. String text is unescaped. */
    readonly type: "null" | "boolean" | "integer" | "long" | "decimal" | "double" | "string";
    readonly text: string;
}
export interface Name extends Node {
    readonly kind: "name";
    readonly name: string;
}
export interface This extends Node {
    readonly kind: "this";
}
/** Only as the target of a FieldAccess or MethodCall. */
export interface Super extends Node {
    readonly kind: "super";
}
/** `a.b`, `a?.b`; also every dotted name whose meaning the binder must find (`System.Label.X`, `Outer.Inner.FIELD`). */
export interface FieldAccess extends Node {
    readonly kind: "fieldAccess";
    readonly target: Expression;
    readonly name: string;
    readonly isSafe: boolean;
}
export interface MethodCall extends Node {
    readonly kind: "methodCall";
    /** null for an unqualified call: `foo(1)`. */
    readonly target: Expression | null;
    readonly name: string;
    readonly arguments: readonly Expression[];
    readonly isSafe: boolean;
}
/** `this(…)` or `super(…)`, first statement of a constructor. */
export interface ConstructorCall extends Node {
    readonly kind: "constructorCall";
    readonly of: "this" | "super";
    readonly arguments: readonly Expression[];
}
export interface Index extends Node {
    readonly kind: "index";
    readonly target: Expression;
    readonly index: Expression;
}
export interface Unary extends Node {
    readonly kind: "unary";
    readonly operator: "+" | "-" | "!" | "~";
    readonly operand: Expression;
}
export interface Increment extends Node {
    readonly kind: "increment";
    readonly operator: "++" | "--";
    readonly isPrefix: boolean;
    readonly operand: Expression;
}
export type BinaryOperator = "+" | "-" | "*" | "/" | "<<" | ">>" | ">>>" | "&" | "|" | "^" | "&&" | "||" | "==" | "!=" | "===" | "!==" | "<" | "<=" | ">" | ">=" | "??";
/** `<>` is lowered to `!=`. */
export interface Binary extends Node {
    readonly kind: "binary";
    readonly operator: BinaryOperator;
    readonly left: Expression;
    readonly right: Expression;
}
export interface Conditional extends Node {
    readonly kind: "conditional";
    readonly condition: Expression;
    readonly then: Expression;
    readonly otherwise: Expression;
}
export interface Assignment extends Node {
    readonly kind: "assignment";
    /** null for `=`; `+` for `+=` and so on. */
    readonly operator: "+" | "-" | "*" | "/" | "&" | "|" | "^" | "<<" | ">>" | ">>>" | null;
    readonly target: Expression;
    readonly value: Expression;
}
export interface InstanceOf extends Node {
    readonly kind: "instanceOf";
    readonly value: Expression;
    readonly type: TypeName;
}
export interface Cast extends Node {
    readonly kind: "cast";
    readonly type: TypeName;
    readonly value: Expression;
}
/** `new Foo(a, b)` has arguments; `new Account(Name = 'x')` has fields; never both non-empty. */
export interface NewObject extends Node {
    readonly kind: "newObject";
    readonly type: TypeName;
    readonly arguments: readonly Expression[];
    readonly fields: readonly {
        readonly name: string;
        readonly value: Expression;
        readonly at: Position;
    }[];
}
/** `new Integer[5]`: `type` is the element type. */
export interface NewArray extends Node {
    readonly kind: "newArray";
    readonly type: TypeName;
    readonly size: Expression;
}
/** `new List<T>{…}`, `new Set<T>{…}`, `new T[]{…}`: `type` is the whole collection type (T[] has arrayDepth 1). */
export interface NewListOrSet extends Node {
    readonly kind: "newListOrSet";
    readonly type: TypeName;
    readonly elements: readonly Expression[];
}
export interface NewMap extends Node {
    readonly kind: "newMap";
    readonly type: TypeName;
    readonly entries: readonly {
        readonly key: Expression;
        readonly value: Expression;
    }[];
}
/** `Foo.class`. */
export interface ClassLiteral extends Node {
    readonly kind: "classLiteral";
    readonly type: TypeName;
}
export interface SoqlExpression extends Node {
    readonly kind: "soql";
    readonly query: Query<Expression>;
}
export interface SoslExpression extends Node {
    readonly kind: "sosl";
    readonly query: SoslQuery<Expression>;
}
export {};
