/** @throws Error when a member is not written in the notation */
export function readDeclaration(name, namespace, written, innerTypes) {
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
export function readTypeRef(text) {
    const notation = new NotationReader(text);
    const type = notation.type();
    notation.end();
    return type;
}
/** The inverse of {@link readTypeRef}; also how a type is spelled in a message. */
export function writeTypeRef({ name, args }) {
    return args.length === 0 ? name : `${name}<${args.map(writeTypeRef).join(",")}>`;
}
/** The methods every enum has: Apex Reference Guide, "Enum Methods". */
function enumMethods(name) {
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
function readMethod(line, kind, isTypeVirtual) {
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
function readConstructor(line) {
    const notation = new NotationReader(`(${line})`);
    const parameters = notation.parameters();
    notation.end();
    return { parameters };
}
function readField(line) {
    const notation = new NotationReader(line);
    const isStatic = notation.word("static");
    const isReadOnly = notation.word("final");
    const type = notation.type();
    const name = notation.identifier();
    notation.end();
    return { name, isStatic, type, isReadOnly };
}
class NotationReader {
    #text;
    #offset = 0;
    constructor(text) {
        this.#text = text;
    }
    word(word) {
        if (!this.#text.startsWith(`${word} `, this.#offset))
            return false;
        this.#offset += word.length + 1;
        return true;
    }
    type() {
        const name = this.#match(/[\w.]+/y);
        const args = [];
        if (this.#accept("<")) {
            do
                args.push(this.type());
            while (this.#accept(","));
            this.#expect(">");
        }
        return { name, args };
    }
    identifier() {
        this.#expect(" ");
        return this.#match(/\w+/y);
    }
    parameters() {
        this.#expect("(");
        const parameters = [];
        if (this.#accept(")"))
            return parameters;
        do {
            this.#accept(" ");
            const type = this.type();
            parameters.push({ type, name: this.identifier() });
        } while (this.#accept(","));
        this.#expect(")");
        return parameters;
    }
    end() {
        if (this.#offset !== this.#text.length)
            this.#fail();
    }
    #accept(char) {
        if (this.#text[this.#offset] !== char)
            return false;
        this.#offset += 1;
        return true;
    }
    #expect(char) {
        if (!this.#accept(char))
            this.#fail();
    }
    #match(pattern) {
        pattern.lastIndex = this.#offset;
        const [text] = pattern.exec(this.#text) ?? this.#fail();
        this.#offset += text.length;
        return text;
    }
    #fail() {
        throw new Error(`unexpected signature at ${this.#offset}: ${this.#text}`);
    }
}
