import path from "node:path";
import ts from "typescript";

/** The name in an object's `object` field, and the name of its type below `Stripe`. */
export type Named = readonly [object: string, type: string];

/**
 * What stands where in an object: by path (`items.data.*.price`, with a `?` where Stripe may leave it out), the kinds of value that may stand there,
 * separated by `|`: `null`, `string`, `number`, `boolean`, `hash`, `list`, `'draft'` for a word of a list of words, `<price>` for an object of the
 * API, and `any` for what is of no use here.
 */
export type Shape = Readonly<Record<string, string>>;

export interface Shapes {
  readonly apiVersion: string;
  readonly objects: Readonly<Record<string, Shape>>;
}

/** Ways to pay that are none of the product's: all that is read of a payment method is its card. */
const UNREAD_WAYS_TO_PAY = /^payment_method(_details|_data)?$/;
const UNREAD =
  /\.(payment_method_options|payment_method_configuration_details|next_action|sources|level3|three_d_secure|wallet|custom_fields)$|^(charge|last_\w+_error)\.source$/;

/** @throws Error when the types lack one of the objects' */
export function shapesOf(entry: string, wanted: readonly Named[]): Shapes {
  const { checker, aliases } = programOf(entry, wanted);
  const version = aliases.get("version");
  if (version === undefined || !version.isStringLiteral()) throw new Error("Of which version?");
  const walk = newWalk(checker);
  for (const [name] of wanted) {
    const type = aliases.get(name);
    if (type !== undefined && (type.flags & ts.TypeFlags.Any) === 0) walk.describe(name, type);
  }
  return { apiVersion: version.value, objects: walk.finished() };
}

/** A program that names each wanted type. A version that lacks one names it in vain. */
function programOf(
  entry: string,
  wanted: readonly Named[],
): { checker: ts.TypeChecker; aliases: ReadonlyMap<string, ts.Type> } {
  const file = path.join(path.dirname(entry), "wanted-types.ts");
  const ambient = /\/types\//.test(entry);
  const text = [
    ambient ? `/// <reference path="${entry}" />\nimport Stripe from "stripe";` : "",
    ambient ? "" : `import { Stripe } from "./${path.basename(entry, ".d.ts")}.js";`,
    "export type T0 = Stripe.LatestApiVersion;",
    ...wanted.map(([, type], index) => `export type T${index + 1} = Stripe.${type};`),
  ].join("\n");
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext) : read(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const names = ["version", ...wanted.map(([name]) => name)];
  const declared = source?.statements.filter(ts.isTypeAliasDeclaration) ?? [];
  return {
    checker,
    aliases: new Map(
      declared.map((alias, index) => [names[index] ?? "", checker.getTypeAtLocation(alias)]),
    ),
  };
}

interface Walk {
  describe(object: string, type: ts.Type): void;
  finished(): Readonly<Record<string, Shape>>;
}

function newWalk(checker: ts.TypeChecker): Walk {
  const objects = new Map<string, Map<string, string>>();

  function describe(object: string, type: ts.Type): void {
    if (objects.has(object)) return;
    const shape = new Map<string, string>();
    objects.set(object, shape);
    fields(type, "", shape, object);
  }

  function fields(type: ts.Type, at: string, shape: Map<string, string>, below: string): void {
    for (const property of type.getProperties()) {
      const { name } = property;
      if (name === "lastResponse") continue;
      const held = checker.getTypeOfSymbol(property);
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const isOtherWay = UNREAD_WAYS_TO_PAY.test(below) && isHash(held) && name !== "card";
      place(
        held,
        `${at}${name}`,
        optional,
        shape,
        UNREAD.test(`${below}.${name}`) || isOtherWay ? "" : name,
      );
    }
  }

  /** `name` is that of the field; empty where what is below it is not looked at. */
  function place(
    type: ts.Type,
    at: string,
    optional: boolean,
    shape: Map<string, string>,
    name: string,
  ): void {
    const kinds = new Set<string>();
    const key = optional ? `${at}?` : at;
    shape.set(key, "");
    const members = membersOf(type);
    const isReference = members.some(isText);
    for (const member of members) {
      if ((member.flags & ts.TypeFlags.Undefined) !== 0) continue;
      if ((member.flags & ts.TypeFlags.Object) === 0) {
        kinds.add(simpleKind(member));
        continue;
      }
      if (name === "") {
        kinds.add("any");
        continue;
      }
      const element = elementOf(member);
      if (element !== undefined) {
        kinds.add("list");
        place(element, `${at}.*`, false, shape, name);
        continue;
      }
      const object = objectNameOf(member);
      if (object !== undefined) {
        kinds.add(`<${object}>`);
        if (!isReference) describe(object, member);
        continue;
      }
      kinds.add("hash");
      if (checker.getIndexInfosOfType(member).length === 0) fields(member, `${at}.`, shape, name);
    }
    shape.set(
      key,
      withoutLongLists([...kinds])
        .sort()
        .join("|"),
    );
  }

  function elementOf(type: ts.Type): ts.Type | undefined {
    return checker.isArrayType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)[0]
      : undefined;
  }

  function objectNameOf(type: ts.Type): string | undefined {
    const property = type.getProperty("object");
    if (property === undefined) return undefined;
    const named = checker.getTypeOfSymbol(property);
    return named.isStringLiteral() && named.value !== "list" ? named.value : undefined;
  }

  function isHash(type: ts.Type): boolean {
    return membersOf(type).some(
      (member) => (member.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(member),
    );
  }

  return {
    describe,
    finished: () =>
      Object.fromEntries(
        [...objects]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([object, shape]) => [
            object,
            Object.fromEntries([...shape].sort(([a], [b]) => (a < b ? -1 : 1))),
          ]),
      ),
  };
}

/** More words than these, as for ways to pay, countries or banks, are no list that anything here decides by. */
const WORDS_AT_MOST = 25;

function withoutLongLists(kinds: readonly string[]): string[] {
  const words = kinds.filter((kind) => kind.startsWith("'"));
  if (words.length <= WORDS_AT_MOST) return [...kinds];
  return [...new Set(kinds.map((kind) => (words.includes(kind) ? "string" : kind)))];
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/**
 * What is both text and a brand says that its list of words may grow: `OtherString`. Any other value with a brand is a `Decimal`, which is
 * text on the wire.
 */
function simpleKind(type: ts.Type): string {
  if (type.isStringLiteral()) return `'${type.value}'`;
  if ((type.flags & ts.TypeFlags.Null) !== 0) return "null";
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return "boolean";
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return "number";
  if (isText(type)) return "string";
  if (type.isIntersection()) return type.types.some(isText) ? "other" : "string";
  return "any";
}

function isText(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}
