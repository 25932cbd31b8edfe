/** What the stubs say about one Java class: the parts of its class file (JVM specification, chapter 4) that carry signatures. */
export interface ClassFile {
  /** Internal name: "com/nawforce/runforce/System/Map". */
  readonly name: string;
  readonly superName: string | null;
  readonly interfaceNames: readonly string[];
  readonly access: Access;
  /** The generic signature, when the class, its superclass or its interfaces are generic. */
  readonly signature: string | null;
  readonly fields: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
}

export interface ClassMember {
  readonly name: string;
  readonly access: Access;
  /** The generic signature where there is one, else the descriptor. */
  readonly signature: string;
  /** Empty for fields and for methods compiled without parameter names. */
  readonly parameterNames: readonly string[];
}

export interface Access {
  readonly isPublic: boolean;
  readonly isProtected: boolean;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isInterface: boolean;
  readonly isAbstract: boolean;
  readonly isSynthetic: boolean;
  readonly isEnum: boolean;
}

type Constant =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "class"; readonly nameIndex: number }
  | { readonly kind: "other" };

interface Attribute {
  readonly name: string;
  readonly start: number;
}

/** @throws Error when the bytes are not a class file */
export function parseClassFile(bytes: Buffer): ClassFile {
  return new ClassFileReader(bytes).read();
}

class ClassFileReader {
  readonly #bytes: Buffer;
  #offset = 0;
  #constants: readonly Constant[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(): ClassFile {
    if (this.#u4() !== 0xcafebabe) throw new Error("not a class file");
    this.#offset += 4;
    this.#constants = this.#readConstants();
    const access = accessOf(this.#u2());
    const name = this.#className(this.#u2());
    const superIndex = this.#u2();
    const superName = superIndex === 0 ? null : this.#className(superIndex);
    const interfaceNames = this.#list(() => this.#className(this.#u2()));
    const fields = this.#list(() => this.#readMember());
    const methods = this.#list(() => this.#readMember());
    const signature = this.#signatureIn(this.#readAttributes());
    return { name, superName, interfaceNames, access, signature, fields, methods };
  }

  #readConstants(): Constant[] {
    const count = this.#u2();
    // The pool is numbered from 1.
    const constants: Constant[] = [{ kind: "other" }];
    while (constants.length < count) {
      const tag = this.#u1();
      switch (tag) {
        case 1: {
          const length = this.#u2();
          const text = this.#bytes.toString("utf8", this.#offset, this.#offset + length);
          this.#offset += length;
          constants.push({ kind: "text", text });
          break;
        }
        case 7:
          constants.push({ kind: "class", nameIndex: this.#u2() });
          break;
        case 8:
        case 16:
        case 19:
        case 20:
          this.#offset += 2;
          constants.push({ kind: "other" });
          break;
        case 15:
          this.#offset += 3;
          constants.push({ kind: "other" });
          break;
        case 5:
        case 6:
          // A long or a double takes two numbers of the pool.
          this.#offset += 8;
          constants.push({ kind: "other" }, { kind: "other" });
          break;
        default:
          this.#offset += 4;
          constants.push({ kind: "other" });
      }
    }
    return constants;
  }

  #readMember(): ClassMember {
    const access = accessOf(this.#u2());
    const name = this.#text(this.#u2());
    const descriptor = this.#text(this.#u2());
    const attributes = this.#readAttributes();
    return {
      name,
      access,
      signature: this.#signatureIn(attributes) ?? descriptor,
      parameterNames: this.#parameterNamesIn(attributes),
    };
  }

  #readAttributes(): Attribute[] {
    return this.#list(() => {
      const name = this.#text(this.#u2());
      const length = this.#u4();
      const start = this.#offset;
      this.#offset += length;
      return { name, start };
    });
  }

  #signatureIn(attributes: readonly Attribute[]): string | null {
    const attribute = attributes.find(({ name }) => name === "Signature");
    return attribute === undefined ? null : this.#text(this.#bytes.readUInt16BE(attribute.start));
  }

  #parameterNamesIn(attributes: readonly Attribute[]): string[] {
    const attribute = attributes.find(({ name }) => name === "MethodParameters");
    if (attribute === undefined) return [];
    const count = this.#bytes.readUInt8(attribute.start);
    return Array.from({ length: count }, (_, index) =>
      this.#text(this.#bytes.readUInt16BE(attribute.start + 1 + index * 4)),
    );
  }

  #list<T>(read: () => T): T[] {
    const count = this.#u2();
    return Array.from({ length: count }, read);
  }

  #className(index: number): string {
    const constant = this.#constants[index];
    if (constant?.kind !== "class") throw new Error(`constant ${index} is not a class`);
    return this.#text(constant.nameIndex);
  }

  #text(index: number): string {
    const constant = this.#constants[index];
    if (constant?.kind !== "text") throw new Error(`constant ${index} is not text`);
    return constant.text;
  }

  #u1(): number {
    const value = this.#bytes.readUInt8(this.#offset);
    this.#offset += 1;
    return value;
  }

  #u2(): number {
    const value = this.#bytes.readUInt16BE(this.#offset);
    this.#offset += 2;
    return value;
  }

  #u4(): number {
    const value = this.#bytes.readUInt32BE(this.#offset);
    this.#offset += 4;
    return value;
  }
}

function accessOf(flags: number): Access {
  return {
    isPublic: (flags & 0x0001) !== 0,
    isProtected: (flags & 0x0004) !== 0,
    isStatic: (flags & 0x0008) !== 0,
    isFinal: (flags & 0x0010) !== 0,
    isInterface: (flags & 0x0200) !== 0,
    isAbstract: (flags & 0x0400) !== 0,
    isSynthetic: (flags & 0x1000) !== 0,
    isEnum: (flags & 0x4000) !== 0,
  };
}
