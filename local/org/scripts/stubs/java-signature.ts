/** A type in a Java signature; `name` is an internal name ("a/b/Outer$Inner"), a type variable's letter, or "void". */
export type JavaType =
  | { readonly kind: "class"; readonly name: string; readonly args: readonly JavaType[] }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "array"; readonly element: JavaType }
  | { readonly kind: "void" };

export interface JavaMethodSignature {
  readonly parameters: readonly JavaType[];
  readonly returns: JavaType;
}

export interface JavaClassSignature {
  readonly typeParameters: readonly string[];
  readonly superclass: JavaType;
  readonly interfaces: readonly JavaType[];
}

/** Signatures and descriptors share one grammar (JVM specification, 4.3 and 4.7.9.1); the stubs use no primitive types and no wildcards. */
export function parseFieldSignature(text: string): JavaType {
  return new SignatureReader(text).whole((reader) => reader.type());
}

export function parseMethodSignature(text: string): JavaMethodSignature {
  return new SignatureReader(text).whole((reader) => {
    reader.typeParameters();
    reader.expect("(");
    const parameters: JavaType[] = [];
    while (!reader.accept(")")) parameters.push(reader.type());
    return { parameters, returns: reader.type() };
  });
}

export function parseClassSignature(text: string): JavaClassSignature {
  return new SignatureReader(text).whole((reader) => {
    const typeParameters = reader.typeParameters();
    const superclass = reader.type();
    const interfaces: JavaType[] = [];
    while (!reader.atEnd()) interfaces.push(reader.type());
    return { typeParameters, superclass, interfaces };
  });
}

class SignatureReader {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole<T>(read: (reader: SignatureReader) => T): T {
    const result = read(this);
    if (!this.atEnd()) this.#fail();
    return result;
  }

  typeParameters(): string[] {
    const names: string[] = [];
    if (!this.accept("<")) return names;
    while (!this.accept(">")) {
      names.push(this.#upTo(":"));
      // The bounds: an empty class bound is followed by an interface bound.
      while (this.accept(":")) if (this.#text[this.#offset] !== ":") this.type();
    }
    return names;
  }

  type(): JavaType {
    if (this.accept("V")) return { kind: "void" };
    if (this.accept("[")) return { kind: "array", element: this.type() };
    if (this.accept("T")) {
      const name = this.#upTo(";");
      this.expect(";");
      return { kind: "variable", name };
    }
    this.expect("L");
    const start = this.#offset;
    while (!/[<;]/.test(this.#peek())) this.#offset += 1;
    const name = this.#text.slice(start, this.#offset);
    const args: JavaType[] = [];
    if (this.accept("<")) while (!this.accept(">")) args.push(this.type());
    this.expect(";");
    return { kind: "class", name, args };
  }

  accept(char: string): boolean {
    if (this.#text[this.#offset] !== char) return false;
    this.#offset += 1;
    return true;
  }

  expect(char: string): void {
    if (!this.accept(char)) this.#fail();
  }

  atEnd(): boolean {
    return this.#offset === this.#text.length;
  }

  #upTo(char: string): string {
    const end = this.#text.indexOf(char, this.#offset);
    if (end < 0) this.#fail();
    const name = this.#text.slice(this.#offset, end);
    this.#offset = end;
    return name;
  }

  #peek(): string {
    return this.#text[this.#offset] ?? this.#fail();
  }

  #fail(): never {
    throw new Error(`unexpected Java signature at ${this.#offset}: ${this.#text}`);
  }
}
