import { CORRECTIONS } from "./corrections.js";
import { correct } from "./correction.js";
import { readDeclaration } from "./declaration-notation.js";
import { generatedNamespace, generatedNamespaces } from "./generated-files.js";
/** Apex looks a bare name up in System, then in Schema (Apex Developer Guide, "Namespace, Class, and Variable Name Precedence"). */
const IMPLICIT_NAMESPACES = ["system", "schema"];
/** Written in signatures without the System namespace they live in; `Object` and `void` have no class. */
const UNQUALIFIED = new Set("blob boolean date datetime decimal double id integer list long map sobject set string time object".split(" "));
let cached;
/** Everything the platform declares, read on demand: a namespace when it is first named, a type when it is first found. */
export function platformCatalog() {
    cached ??= new FileCatalog();
    return cached;
}
class FileCatalog {
    #namespaces;
    #found = new Map();
    constructor() {
        this.#namespaces = new Map(generatedNamespaces().map((name) => [name.toLowerCase(), new Namespace(name)]));
    }
    find(name) {
        const key = name.toLowerCase();
        if (!this.#found.has(key))
            this.#found.set(key, this.#search(key));
        return this.#found.get(key);
    }
    hasNamespace(name) {
        return this.#namespaces.has(name.toLowerCase());
    }
    namespaces() {
        return [...this.#namespaces.values()].map(({ name }) => name);
    }
    types() {
        return [...this.#namespaces.values()].flatMap((namespace) => namespace.types());
    }
    #search(key) {
        const dot = key.indexOf(".");
        const qualified = dot < 0 ? undefined : this.#namespaces.get(key.slice(0, dot))?.find(key.slice(dot + 1));
        if (qualified !== undefined)
            return qualified;
        for (const namespace of IMPLICIT_NAMESPACES) {
            const type = this.#namespaces.get(namespace)?.find(key);
            if (type !== undefined)
                return type;
        }
        return undefined;
    }
}
class Namespace {
    name;
    #declarations;
    constructor(name) {
        this.name = name;
    }
    types() {
        return [...this.#all().keys()].flatMap((name) => this.find(name) ?? []);
    }
    find(simpleName) {
        const declared = this.#all().get(simpleName);
        if (declared === undefined)
            return undefined;
        const { name, declaration } = declared;
        const isUnqualified = this.name === "System" && UNQUALIFIED.has(simpleName);
        return readDeclaration(isUnqualified ? name : `${this.name}.${name}`, this.name, declaration, this.#innerTypesOf(simpleName));
    }
    #innerTypesOf(outer) {
        return [...this.#all()]
            .filter(([key]) => key.startsWith(`${outer}.`))
            .map(([, { name }]) => name.slice(outer.length + 1));
    }
    #all() {
        this.#declarations ??= declarationsOf(this.name);
        return this.#declarations;
    }
}
function declarationsOf(namespace) {
    const corrections = CORRECTIONS[namespace] ?? {};
    const stubs = generatedNamespace(namespace);
    const names = new Set([...Object.keys(stubs), ...Object.keys(corrections)]);
    return new Map([...names].map((name) => {
        const declaration = correct(stubs[name], corrections[name]);
        return [name.toLowerCase(), { name, declaration }];
    }));
}
