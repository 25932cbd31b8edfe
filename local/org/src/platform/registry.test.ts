import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { TypeBehaviour } from "../runtime/behaviour.ts";
import { registeredBehaviours } from "../runtime/behaviour-table.ts";
import "./registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { ParameterSignature, PlatformType } from "../signatures/catalog-types.ts";
import { writeTypeRef } from "../signatures/declaration-notation.ts";

/** What the emitter calls by name though no signature says it: every enum has these. */
const WITHOUT_TYPE = new Set(["Enum"]);

/** Objects of a project's classes have it, platform types only where their signatures say so. */
const OF_PROJECT_CLASSES = "Object: methods clone";

const behaviours = registeredBehaviours();

describe("the behaviour of a platform type", () => {
  it.each(behaviours.map((behaviour) => [behaviour.type, behaviour] as const))(
    "of %s is of members the platform has",
    (name, behaviour) => {
      expect(unknownMembers(name, behaviour)).toEqual([]);
    },
  );
});

it("is read from every file of the namespaces' folders", () => {
  const list = readFileSync(path.join(import.meta.dirname, "behaviours.ts"), "utf8");
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => /^[A-Z][^/]*\/[^/]+\.ts$/u.test(file) && !/\.test\.ts$/u.test(file),
  );
  const missing = files.filter((file) => !list.includes(`from "./${file}";`));

  expect(files.length).toBeGreaterThan(80);
  expect(missing).toEqual([]);
});

function unknownMembers(name: string, behaviour: TypeBehaviour): readonly string[] {
  if (WITHOUT_TYPE.has(name)) return [];
  const type = platformCatalog().find(name);
  if (type === undefined) return [`there is no type ${name}`];
  if (type.name !== name) return [`${name} is called ${type.name}`];
  const known = membersOf(type);
  return (
    [
      "statics",
      "methods",
      "constructors",
      "getters",
      "setters",
      "staticGetters",
      "staticSetters",
    ] as const
  ).flatMap((table) =>
    Object.keys(behaviour[table] ?? {})
      .filter((key) => !known[table].has(key))
      .map((key) => `${name}: ${table} ${key}`)
      .filter((unknown) => unknown !== OF_PROJECT_CLASSES),
  );
}

interface Members {
  readonly statics: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly constructors: ReadonlySet<string>;
  readonly getters: ReadonlySet<string>;
  readonly setters: ReadonlySet<string>;
  readonly staticGetters: ReadonlySet<string>;
  readonly staticSetters: ReadonlySet<string>;
}

/** Names and signatures; inherited methods and fields too. */
function membersOf(type: PlatformType): Members {
  const line = [type, ...ancestorsOf(type)];
  const methods = line.flatMap((each) => each.methods);
  const fields = line.flatMap((each) => each.fields);
  const spelled = (isStatic: boolean): ReadonlySet<string> =>
    new Set(
      methods
        .filter((method) => method.isStatic === isStatic)
        .flatMap(({ name, parameters }) => [name, signature(name, parameters)]),
    );
  const named = (isStatic: boolean, isWritten: boolean): ReadonlySet<string> =>
    new Set(
      fields
        .filter((field) => field.isStatic === isStatic && !(isWritten && field.isReadOnly))
        .map(({ name }) => name),
    );
  return {
    statics: spelled(true),
    methods: spelled(false),
    constructors: new Set(
      type.constructors.flatMap(({ parameters }) => ["new", signature("new", parameters)]),
    ),
    getters: named(false, false),
    setters: named(false, true),
    staticGetters: named(true, false),
    staticSetters: named(true, true),
  };
}

function ancestorsOf(type: PlatformType): readonly PlatformType[] {
  const above = [...(type.superclass === null ? [] : [type.superclass]), ...type.interfaces];
  const found = above.flatMap(({ name }) => platformCatalog().find(name) ?? []);
  const object = platformCatalog().find("Object");
  return [
    ...found.flatMap((each) => [each, ...ancestorsOf(each)]),
    ...(object === undefined ? [] : [object]),
  ];
}

/** As the binder names the member it chose: `contains(String)`. */
function signature(name: string, parameters: readonly ParameterSignature[]): string {
  return `${name}(${parameters.map(({ type }) => writeTypeRef(type)).join(",")})`;
}
