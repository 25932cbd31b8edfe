import type {
  ConstructorSignature,
  FieldSignature,
  MethodSignature,
  ParameterSignature,
  PlatformType,
  TypeRef,
} from "./catalog-types.ts";

/**
 * How a platform type is kept on file: members are written as they would be declared in Apex, without their bodies
 * ("static Integer countMatches(String substring)"), so that a change of the generated files can be reviewed.
 * What is absent is empty or false.
 */
export interface WrittenDeclaration {
  readonly kind?: "interface" | "enum";
  readonly abstract?: true;
  /** Cannot be extended: it has no constructor that Apex may call. */
  readonly sealed?: true;
  readonly of?: readonly string[];
  readonly extends?: string;
  readonly implements?: readonly string[];
  /** Parameter lists. */
  readonly constructors?: readonly string[];
  readonly methods?: readonly string[];
  readonly fields?: readonly string[];
  readonly constants?: readonly string[];
}

/** @throws Error when a member is not written in the notation */
export function readDeclaration(
  name: string,
  namespace: string,
  written: WrittenDeclaration,
  innerTypes: readonly string[],
): PlatformType {
  const kind = written.kind ?? "class";
  const isVirtual = kind === "class" && written.sealed !== true;
  const declared = (written.methods ?? []).map((line) => readMethod(line, kind, isVirtual));
  return {
    name,
    namespace,
    kind,
    isAbstract: written.abstract === true,
    isVirtual,
    typeParameters: written.of ?? [],
    superclass: written.extends === undefined ? null : readTypeRef(written.extends),
    interfaces: (written.implements ?? []).map(readTypeRef),
    constructors: (written.constructors ?? []).map(readConstructor),
    methods: kind === "enum" ? [...declared, ...enumMethods(name)] : declared,
    fields: (written.fields ?? []).map(readField),
    enumConstants: written.constants ?? [],
    innerTypes,
  };
}

export function readTypeRef(text: string): TypeRef {
  const notation = new NotationReader(text);
  const type = notation.type();
  notation.end();
  return type;
}

/** The inverse of {@link readTypeRef}; also how a type is spelled in a message. */
export function writeTypeRef({ name, args }: TypeRef): string {
  return args.length === 0 ? name : `${name}<${args.map(writeTypeRef).join(",")}>`;
}

/** The methods every enum has: Apex Reference Guide, "Enum Methods". */
function enumMethods(name: string): MethodSignature[] {
  return [
    `static List<${name}> values()`,
    `static ${name} valueOf(String enumString)`,
    "String name()",
    "Integer ordinal()",
    "Boolean equals(Object other)",
    "Integer hashCode()",
    "String toString()",
  ].map((line) => readMethod(line, "enum", false));
}

function readMethod(
  line: string,
  kind: PlatformType["kind"],
  isTypeVirtual: boolean,
): MethodSignature {
  const notation = new NotationReader(line);
  const isStatic = notation.word("static");
  const isAbstract = notation.word("abstract") || kind === "interface";
  const returns = notation.type();
  const name = notation.identifier();
  const parameters = notation.parameters();
  notation.end();
  const isVirtual = !isStatic && !isAbstract && isTypeVirtual;
  return { name, isStatic, isAbstract, isVirtual, parameters, returns };
}

function readConstructor(line: string): ConstructorSignature {
  const notation = new NotationReader(`(${line})`);
  const parameters = notation.parameters();
  notation.end();
  return { parameters };
}

function readField(line: string): FieldSignature {
  const notation = new NotationReader(line);
  const isStatic = notation.word("static");
  const isReadOnly = notation.word("final");
  const type = notation.type();
  const name = notation.identifier();
  notation.end();
  return { name, isStatic, type, isReadOnly };
}

class NotationReader {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  word(word: string): boolean {
    if (!this.#text.startsWith(`${word} `, this.#offset)) return false;
    this.#offset += word.length + 1;
    return true;
  }

  type(): TypeRef {
    const name = this.#match(/[\w.]+/y);
    const args: TypeRef[] = [];
    if (this.#accept("<")) {
      do args.push(this.type());
      while (this.#accept(","));
      this.#expect(">");
    }
    return { name, args };
  }

  identifier(): string {
    this.#expect(" ");
    return this.#match(/\w+/y);
  }

  parameters(): ParameterSignature[] {
    this.#expect("(");
    const parameters: ParameterSignature[] = [];
    if (this.#accept(")")) return parameters;
    do {
      this.#accept(" ");
      const type = this.type();
      parameters.push({ type, name: this.identifier() });
    } while (this.#accept(","));
    this.#expect(")");
    return parameters;
  }

  end(): void {
    if (this.#offset !== this.#text.length) this.#fail();
  }

  #accept(char: string): boolean {
    if (this.#text[this.#offset] !== char) return false;
    this.#offset += 1;
    return true;
  }

  #expect(char: string): void {
    if (!this.#accept(char)) this.#fail();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const [text] = pattern.exec(this.#text) ?? this.#fail();
    this.#offset += text.length;
    return text;
  }

  #fail(): never {
    throw new Error(`unexpected signature at ${this.#offset}: ${this.#text}`);
  }
}
