/** Loads emitted units and runs their code: static methods, triggers, anonymous blocks. One engine per compiled project. */
import { Script } from "node:vm";
import { PositionTable } from "./position-table.ts";
import type { EmittedUnit } from "./unit.ts";
import type { Schema } from "../schema/schema.ts";
import { nameInNamespace } from "../types/namespace.ts";
import { classDefinition } from "./class-definition.ts";
import { enumConstants } from "./enum.ts";
import { platformExceptionClass } from "./exception.ts";
import { isExceptionType } from "./behaviour-table.ts";
import { ApexObject } from "./object.ts";
import type { EmittedConstructor, ProjectClass, ProjectClasses } from "./project-classes.ts";
import { plainScript, type ScriptOfUnit } from "./unit-script.ts";
import { registerScript } from "./stack.ts";
import { transaction } from "./transaction.ts";
import type { RuntimeType } from "./type.ts";
import { type UnitLoader, UnitRuntime } from "./unit-runtime.ts";

/** Compiles on demand. Throws {@link CompilationError} for a unit with errors; undefined where there is no such unit. */
export interface UnitSource {
  /** By the name of a top-level class, case-insensitive. */
  classUnit(name: string): EmittedUnit | undefined;
  triggerUnit(name: string): EmittedUnit | undefined;
}

/** A class in memory: its JavaScript class, or the holder of an enum's constants. */
interface LoadedClass extends ProjectClass {
  readonly reference: object;
}

interface LoadedUnit {
  readonly emitted: EmittedUnit;
  readonly lines: Uint8Array;
  /** Of a trigger or an anonymous block. */
  readonly main: (() => void) | null;
}

/** Which executable lines of a file have run. */
export interface FileCoverage {
  readonly name: string;
  readonly file: string;
  readonly executableLines: readonly number[];
  readonly coveredLines: readonly number[];
}

/** Of one unit. */
export interface LinesRun {
  /** `class foo` or `trigger bar`. */
  readonly unit: string;
  readonly lines: readonly number[];
}

let anonymousBlocks = 0;

export class Engine implements ProjectClasses, UnitLoader {
  readonly schema: Schema;
  readonly #source: UnitSource;
  readonly #scriptOf: ScriptOfUnit;
  readonly #classes = new Map<string, LoadedClass>();
  /** By lower-cased `class Foo` or `trigger Foo`. */
  readonly #units = new Map<string, LoadedUnit>();
  #staticSlots = 0;

  constructor(source: UnitSource, schema: Schema, scriptOf: ScriptOfUnit = plainScript) {
    this.#source = source;
    this.schema = schema;
    this.#scriptOf = scriptOf;
  }

  // ── Running ──

  callStatic(className: string, key: string, values: readonly unknown[]): unknown {
    const target = this.#loaded(className);
    const method: unknown = Reflect.get(target.reference, key);
    if (typeof method !== "function") throw new Error(`${className} has no static method ${key}`);
    return Reflect.apply(method, target.reference, values);
  }

  create(name: string): ApexObject {
    const { constructor_, definition } = this.#loaded(name);
    if (constructor_ === null || definition.defaultConstructor === null)
      throw new Error(`${name} has no parameterless constructor`);
    const fresh = new constructor_().$init();
    Reflect.apply(methodOf(fresh, definition.defaultConstructor), fresh, []);
    return fresh;
  }

  /** Runs a trigger's body; its context is on the transaction's trigger stack. */
  runTrigger(name: string): void {
    const unit = this.#unit("trigger", name);
    if (unit === undefined) throw new Error(`No trigger ${name}`);
    unit.main?.();
  }

  runAnonymous(emitted: EmittedUnit): void {
    anonymousBlocks += 1;
    this.#load(emitted, `AnonymousBlock#${anonymousBlocks}`).main?.();
  }

  // ── Classes ──

  find(name: string): ProjectClass | undefined {
    const known = this.#classes.get(name.toLowerCase());
    if (known !== undefined) return known;
    if (this.#unit("class", topLevelName(name)) === undefined) return this.#inPackage(name);
    return this.#classes.get(name.toLowerCase());
  }

  /** `ns.Name`, `ns.Name.Inner`. */
  #inPackage(name: string): ProjectClass | undefined {
    const [namespace = "", second] = name.split(".", 2);
    return second === undefined
      ? undefined
      : this.find(nameInNamespace(namespace, name.slice(namespace.length + 1)));
  }

  /** Forgets what was loaded: the next to run loads it from the source as that is then. Between transactions. */
  renew(): void {
    this.#units.clear();
    this.#classes.clear();
  }

  /** Loads a unit before anything runs it: a debugger can only stop in what it knows. */
  load(kind: "class" | "trigger", name: string): void {
    this.#unit(kind, name);
  }

  reference(qualifiedName: string): object {
    return this.#loaded(qualifiedName).reference;
  }

  coverage(): readonly FileCoverage[] {
    return [...this.#units.values()].map(({ emitted, lines }) => ({
      name: emitted.name,
      file: emitted.file,
      executableLines: emitted.executableLines,
      coveredLines: emitted.executableLines.filter((line) => lines[line] === 1),
    }));
  }

  /** Lines that ran since this was last asked; coverage begins anew. */
  takeRun(): readonly LinesRun[] {
    const run: LinesRun[] = [];
    for (const [unit, { emitted, lines }] of this.#units) {
      if (!lines.includes(1)) continue;
      run.push({ unit, lines: emitted.executableLines.filter((line) => lines[line] === 1) });
      lines.fill(0);
    }
    return run;
  }

  define(unit: EmittedUnit, index: number, make: (base: EmittedConstructor) => object): void {
    const emitted = unit.data.classes[index];
    if (emitted === undefined) throw new Error(`${unit.file} defines a class it does not describe`);
    const key = emitted.name.toLowerCase();
    const definition = classDefinition(emitted, (name) => this.#loaded(name).definition);
    if (emitted.kind === "enum") {
      const constants = enumConstants({ kind: "class", name: emitted.name }, emitted.enumConstants);
      const holder = Object.fromEntries(
        constants.constants.map((constant) => [constant.name, constant]),
      );
      this.#classes.set(key, { definition, constructor_: null, constants, reference: holder });
      return;
    }
    // The emitter's factory gives a class that extends the base it is handed.
    const made = make(this.#baseOf(emitted.superclass)) as EmittedConstructor;
    Object.defineProperty(made.prototype, "$class", { value: definition });
    Object.defineProperty(made, "$s", { value: this.#staticsOf(made, emitted.staticKeys) });
    this.#classes.set(key, { definition, constructor_: made, constants: null, reference: made });
  }

  /** Gives the running transaction's record of a class's statics, which the first call makes and initialises. */
  #staticsOf(owner: EmittedConstructor, keys: readonly string[]): () => object {
    const slot = this.#staticSlots;
    this.#staticSlots += 1;
    const initialize: unknown = Reflect.get(owner, "$clinit");
    // A superclass's initialiser is not this class's.
    const hasOwn = Object.hasOwn(owner, "$clinit") && typeof initialize === "function";
    return () => {
      const { statics } = transaction();
      const known = statics[slot];
      if (known !== undefined) return known;
      const record = Object.fromEntries(keys.map((key) => [key, null]));
      statics[slot] = record;
      if (hasOwn) Reflect.apply(initialize, owner, [record]);
      return record;
    };
  }

  #baseOf(superclass: RuntimeType | null): EmittedConstructor {
    if (superclass?.kind === "class") {
      const { constructor_ } = this.#loaded(superclass.name);
      if (constructor_ === null) throw new Error(`${superclass.name} is an enum`);
      return constructor_;
    }
    if (superclass?.kind === "platform" && isExceptionType(superclass.name))
      return platformExceptionClass(superclass.name);
    return PlainObject;
  }

  #loaded(name: string): LoadedClass {
    this.find(name);
    const found = this.#classes.get(name.toLowerCase());
    if (found === undefined) throw new Error(`No class ${name}`);
    return found;
  }

  // ── Units ──

  #unit(kind: "class" | "trigger", name: string): LoadedUnit | undefined {
    const key = `${kind} ${name.toLowerCase()}`;
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const emitted =
      kind === "class" ? this.#source.classUnit(name) : this.#source.triggerUnit(name);
    if (emitted === undefined) return undefined;
    const loaded = this.#load(emitted, emitted.file);
    this.#units.set(key, loaded);
    return loaded;
  }

  #load(emitted: EmittedUnit, scriptName: string): LoadedUnit {
    const { name: script, code } = this.#scriptOf(emitted, scriptName);
    registerScript(script, new PositionTable(emitted.positions));
    const lines = new Uint8Array((emitted.executableLines.at(-1) ?? 0) + 1);
    // The emitter prints every unit as one function expression of its runtime.
    const run = new Script(code, { filename: script }).runInThisContext() as (
      runtime: UnitRuntime,
    ) => { readonly main: () => void } | undefined;
    const made = run(new UnitRuntime(emitted, lines, this));
    return { emitted, lines, main: made === undefined ? null : made.main };
  }
}

/** What classes without a superclass extend. */
class PlainObject extends ApexObject {}

function topLevelName(qualifiedName: string): string {
  return qualifiedName.split(".", 1)[0] ?? qualifiedName;
}

function methodOf(target: object, key: string): (...values: readonly unknown[]) => unknown {
  const method: unknown = Reflect.get(target, key);
  if (typeof method !== "function") throw new Error(`No method ${key}`);
  // Emitted methods take and give any Apex values.
  return method as (...values: readonly unknown[]) => unknown;
}
