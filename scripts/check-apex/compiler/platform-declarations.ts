/**
 * Declarations of Salesforce's own classes, as Apex that the compiler can read: `Namespace/Type.cls` with empty bodies.
 *
 * The jar of the compiler carries a library made from the reference pages, in which static modifiers, generics, parents of
 * exceptions and the constants of half the enums are lost. So the local org's catalog of the platform, made from public type stubs
 * (local/org/src/signatures), comes first, and the jar's library gives what the catalog does not have.
 */
import type {
  ConstructorSignature,
  FieldSignature,
  MethodSignature,
  ParameterSignature,
  PlatformCatalog,
  PlatformType,
  TypeRef,
} from "../../../local/org/src/signatures/catalog-types.ts";

/** File path ("System/Assert.cls") to Apex. */
export type Declarations = ReadonlyMap<string, string>;

/** Types the compiler has in itself, though the catalog lists them under System. */
const BUILT_IN = new Set([
  "System.Exception",
  "System.Iterable",
  "System.Iterator",
  "System.Trigger",
]);

/** Types the compiler makes itself; it takes their members from a declaration of another name. */
const KNOWN_BY_IDENTITY = ["Schema/SObjectType", "Schema/SObjectField", "System/Database"];

/** Statements, and methods of Database: as declarations they need another name, see DmlMethods.java. */
const DML_STATEMENTS = new Set(["insert", "update", "upsert", "delete", "undelete", "merge"]);

/** A batch may start with a locator or with an iterable, which one interface of Apex cannot say. */
const METHODS_NOT_REQUIRED = new Set(["Database.Batchable.start"]);

/** @param library the jar's own files: path ("System/Assert.cls") to Apex */
export function platformDeclarations(
  catalog: PlatformCatalog,
  library: Declarations,
): Declarations {
  const files = new Map<string, string>();
  const known = new Set<string>();
  const types = catalog.types();
  const innerTypes = innerTypesByOuter(types);
  for (const type of types) {
    if (!isOuter(type) || BUILT_IN.has(type.name)) continue;
    const file = fileOf(type);
    known.add(file.toLowerCase());
    files.set(file, withMissing(declaration(innerTypes, type), library.get(file), type));
  }
  for (const [file, text] of library) {
    if (!known.has(file.toLowerCase())) files.set(file, asException(file, text));
  }
  for (const name of KNOWN_BY_IDENTITY) {
    const text = files.get(`${name}.cls`);
    if (text === undefined) throw new Error(`No declaration of ${name}`);
    const type = name.slice(name.indexOf("/") + 1);
    files.set(
      `${name}Declared.cls`,
      text.replaceAll(
        new RegExp(`\\b(class |global )${type}\\b(?= ?[({])`, "g"),
        `$1${type}Declared`,
      ),
    );
  }
  return files;
}

function isOuter(type: PlatformType): boolean {
  return type.name.split(".").length === 2;
}

function fileOf(type: PlatformType): string {
  return `${type.name.replace(".", "/")}.cls`;
}

function declaration(innerTypes: InnerTypes, type: PlatformType): string {
  const name = type.name.slice(type.name.lastIndexOf(".") + 1);
  if (type.kind === "enum") return `global enum ${name} { ${type.enumConstants.join(", ")} }\n`;
  const members = [
    ...type.fields.map(field),
    ...type.constructors.map((constructor) => constructorLine(name, constructor)),
    ...type.methods
      .filter((method) => !METHODS_NOT_REQUIRED.has(`${type.name}.${method.name}`))
      .map((method) => methodLine(type, method)),
    ...(innerTypes.get(type.name) ?? []).map((inner) => declaration(innerTypes, inner)),
  ];
  return `${head(type, name)} {\n${members.filter((line) => line !== "").join("\n")}\n}\n`;
}

/** The types a type holds itself, by its name. */
type InnerTypes = ReadonlyMap<string, readonly PlatformType[]>;

/** By their names: not every type of the catalog lists those it holds. */
function innerTypesByOuter(types: readonly PlatformType[]): InnerTypes {
  return Map.groupBy(types, ({ name }) => name.slice(0, name.lastIndexOf(".")));
}

function head(type: PlatformType, name: string): string {
  const generic = type.typeParameters.length === 0 ? "" : `<${type.typeParameters.join(", ")}>`;
  const parents =
    (type.superclass === null ? "" : ` extends ${typeName(type.superclass)}`) +
    (type.interfaces.length === 0
      ? ""
      : ` ${type.kind === "interface" ? "extends" : "implements"} ${type.interfaces.map(typeName).join(", ")}`);
  if (type.kind === "interface") return `global interface ${name}${generic}${parents}`;
  const kind = type.isAbstract ? "abstract " : type.isVirtual ? "virtual " : "";
  return `global ${kind}class ${name}${generic}${parents}`;
}

function field({ name, isStatic, type }: FieldSignature): string {
  return `global ${isStatic ? "static " : ""}${typeName(type)} ${name};`;
}

function constructorLine(name: string, { parameters }: ConstructorSignature): string {
  return `global ${name}(${list(parameters)}) {}`;
}

function methodLine(type: PlatformType, method: MethodSignature): string {
  const name = DML_STATEMENTS.has(method.name) ? `dml_${method.name}` : method.name;
  const signature = `${typeName(method.returns)} ${name}(${list(method.parameters)})`;
  if (type.kind === "interface") return `${signature};`;
  if (method.isAbstract) return `global abstract ${signature};`;
  return `global ${method.isStatic ? "static " : method.isVirtual ? "virtual " : ""}${signature} {}`;
}

function list(parameters: readonly ParameterSignature[]): string {
  return parameters.map(({ type }, index) => `${typeName(type)} p${index}`).join(", ");
}

function typeName({ name, args }: TypeRef): string {
  const simple =
    name.startsWith("System.") && BUILT_IN.has(name) ? name.slice("System.".length) : name;
  return args.length === 0 ? simple : `${simple}<${args.map(typeName).join(", ")}>`;
}

/** Adds the members of the jar's declaration whose names the catalog does not have. */
function withMissing(text: string, library: string | undefined, type: PlatformType): string {
  if (library === undefined || type.kind === "enum" || type.typeParameters.length > 0) return text;
  const names = new Set(
    [...type.fields, ...type.methods].map(({ name }) => name.toLowerCase()).concat(ownName(type)),
  );
  const added = outerMembers(library).filter(({ name }) => !names.has(name.toLowerCase()));
  if (added.length === 0) return text;
  const end = text.lastIndexOf("}");
  return `${text.slice(0, end)}${added.map(({ line }) => line).join("\n")}\n}\n`;
}

function ownName(type: PlatformType): string {
  return type.name.slice(type.name.lastIndexOf(".") + 1).toLowerCase();
}

/** The one-line members of the outer class: the library indents them by two. */
function outerMembers(library: string): { name: string; line: string }[] {
  return library.split("\n").flatMap((line) => {
    const member = /^ {2}global (?!class|enum|interface)[^(;]*?\b(\w+)(\(.*\) \{\}|;)$/.exec(line);
    return member?.[1] === undefined || member[1] === "clone" ? [] : [{ name: member[1], line }];
  });
}

/** The library forgets what exceptions derive from, and with it their members. */
function asException(file: string, text: string): string {
  if (!file.endsWith("Exception.cls")) return text;
  return text.replace(
    /(global class \w+Exception)(?: extends [\w.]+)? \{/,
    "$1 extends Exception {",
  );
}
