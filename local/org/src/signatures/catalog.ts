import type { PlatformCatalog, PlatformType } from "./catalog-types.ts";
import { CORRECTIONS } from "./corrections.ts";
import { correct } from "./correction.ts";
import { readDeclaration, type WrittenDeclaration } from "./declaration-notation.ts";
import { generatedNamespace, generatedNamespaces } from "./generated-files.ts";

/** Apex looks a bare name up in System, then in Schema (Apex Developer Guide, "Namespace, Class, and Variable Name Precedence"). */
const IMPLICIT_NAMESPACES = ["system", "schema"];

/** Written in signatures without the System namespace they live in; `Object` and `void` have no class. */
const UNQUALIFIED = new Set(
  "blob boolean date datetime decimal double id integer list long map sobject set string time object".split(
    " ",
  ),
);

let cached: PlatformCatalog | undefined;

/** Everything the platform declares, read on demand: a namespace when it is first named, a type when it is first found. */
export function platformCatalog(): PlatformCatalog {
  cached ??= new FileCatalog();
  return cached;
}

class FileCatalog implements PlatformCatalog {
  readonly #namespaces: ReadonlyMap<string, Namespace>;
  readonly #found = new Map<string, PlatformType | undefined>();

  constructor() {
    this.#namespaces = new Map(
      generatedNamespaces().map((name) => [name.toLowerCase(), new Namespace(name)]),
    );
  }

  find(name: string): PlatformType | undefined {
    const key = name.toLowerCase();
    if (!this.#found.has(key)) this.#found.set(key, this.#search(key));
    return this.#found.get(key);
  }

  hasNamespace(name: string): boolean {
    return this.#namespaces.has(name.toLowerCase());
  }

  namespaces(): readonly string[] {
    return [...this.#namespaces.values()].map(({ name }) => name);
  }

  types(namespace?: string): readonly PlatformType[] {
    const all = [...this.#namespaces.values()];
    const asked = namespace === undefined ? all : all.filter(({ name }) => name === namespace);
    return asked.flatMap((one) => one.types());
  }

  #search(key: string): PlatformType | undefined {
    const dot = key.indexOf(".");
    const qualified =
      dot < 0 ? undefined : this.#namespaces.get(key.slice(0, dot))?.find(key.slice(dot + 1));
    if (qualified !== undefined) return qualified;
    for (const namespace of IMPLICIT_NAMESPACES) {
      const type = this.#namespaces.get(namespace)?.find(key);
      if (type !== undefined) return type;
    }
    return undefined;
  }
}

class Namespace {
  readonly name: string;
  #declarations: ReadonlyMap<string, NamedDeclaration> | undefined;
  /** By the lower-cased name of the type that holds them, at any depth. */
  #innerTypes: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(name: string) {
    this.name = name;
  }

  types(): readonly PlatformType[] {
    return [...this.#all().keys()].flatMap((name) => this.find(name) ?? []);
  }

  find(simpleName: string): PlatformType | undefined {
    const declared = this.#all().get(simpleName);
    if (declared === undefined) return undefined;
    const { name, declaration } = declared;
    const isUnqualified = this.name === "System" && UNQUALIFIED.has(simpleName);
    return readDeclaration(
      isUnqualified ? name : `${this.name}.${name}`,
      this.name,
      declaration,
      this.#innerTypesOf(simpleName),
    );
  }

  #innerTypesOf(outer: string): readonly string[] {
    this.#innerTypes ??= innerTypesByOuter(this.#all());
    return this.#innerTypes.get(outer) ?? [];
  }

  #all(): ReadonlyMap<string, NamedDeclaration> {
    this.#declarations ??= declarationsOf(this.name);
    return this.#declarations;
  }
}

interface NamedDeclaration {
  readonly name: string;
  readonly declaration: WrittenDeclaration;
}

function innerTypesByOuter(
  declarations: ReadonlyMap<string, NamedDeclaration>,
): ReadonlyMap<string, readonly string[]> {
  const inner = new Map<string, string[]>();
  for (const [key, { name }] of declarations) {
    for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) {
      const outer = key.slice(0, dot);
      const known = inner.get(outer);
      if (known === undefined) inner.set(outer, [name.slice(dot + 1)]);
      else known.push(name.slice(dot + 1));
    }
  }
  return inner;
}

function declarationsOf(namespace: string): ReadonlyMap<string, NamedDeclaration> {
  const corrections = CORRECTIONS[namespace] ?? {};
  const stubs = generatedNamespace(namespace);
  const names = new Set([...Object.keys(stubs), ...Object.keys(corrections)]);
  return new Map(
    [...names].map((name) => {
      const declaration = correct(stubs[name], corrections[name]);
      return [name.toLowerCase(), { name, declaration }];
    }),
  );
}
