/** Loads emitted units and runs their code: static methods, triggers, anonymous blocks. One engine per compiled project. */
import { Script } from "node:vm";
import { PositionTable } from "./position-table.js";
import { classDefinition } from "./class-definition.js";
import { enumConstants } from "./enum.js";
import { platformExceptionClass } from "./exception.js";
import { isExceptionType } from "./behaviour-table.js";
import { ApexObject } from "./object.js";
import { registerScript } from "./stack.js";
import { transaction } from "./transaction.js";
import { UnitRuntime } from "./unit-runtime.js";
let anonymousBlocks = 0;
export class Engine {
    schema;
    #source;
    #classes = new Map();
    /** By lower-cased `class Foo` or `trigger Foo`. */
    #units = new Map();
    #staticSlots = 0;
    constructor(source, schema) {
        this.#source = source;
        this.schema = schema;
    }
    // ── Running ──
    callStatic(className, key, values) {
        const target = this.#loaded(className);
        const method = Reflect.get(target.reference, key);
        if (typeof method !== "function")
            throw new Error(`${className} has no static method ${key}`);
        return Reflect.apply(method, target.reference, values);
    }
    create(name) {
        const { constructor_, definition } = this.#loaded(name);
        if (constructor_ === null || definition.defaultConstructor === null)
            throw new Error(`${name} has no parameterless constructor`);
        const fresh = new constructor_().$init();
        Reflect.apply(methodOf(fresh, definition.defaultConstructor), fresh, []);
        return fresh;
    }
    /** Runs a trigger's body; its context is on the transaction's trigger stack. */
    runTrigger(name) {
        const unit = this.#unit("trigger", name);
        if (unit === undefined)
            throw new Error(`No trigger ${name}`);
        unit.main?.();
    }
    runAnonymous(emitted) {
        anonymousBlocks += 1;
        this.#load(emitted, `AnonymousBlock#${anonymousBlocks}`).main?.();
    }
    // ── Classes ──
    find(name) {
        const known = this.#classes.get(name.toLowerCase());
        if (known !== undefined)
            return known;
        if (this.#unit("class", topLevelName(name)) === undefined)
            return undefined;
        return this.#classes.get(name.toLowerCase());
    }
    reference(qualifiedName) {
        return this.#loaded(qualifiedName).reference;
    }
    coverage() {
        return [...this.#units.values()].map(({ emitted, lines }) => ({
            name: emitted.name,
            file: emitted.file,
            executableLines: emitted.executableLines,
            coveredLines: emitted.executableLines.filter((line) => lines[line] === 1),
        }));
    }
    define(unit, index, make) {
        const emitted = unit.data.classes[index];
        if (emitted === undefined)
            throw new Error(`${unit.file} defines a class it does not describe`);
        const key = emitted.name.toLowerCase();
        const definition = classDefinition(emitted, (name) => this.#loaded(name).definition);
        if (emitted.kind === "enum") {
            const constants = enumConstants({ kind: "class", name: emitted.name }, emitted.enumConstants);
            const holder = Object.fromEntries(constants.constants.map((constant) => [constant.name, constant]));
            this.#classes.set(key, { definition, constructor_: null, constants, reference: holder });
            return;
        }
        // The emitter's factory gives a class that extends the base it is handed.
        const made = make(this.#baseOf(emitted.superclass));
        Object.defineProperty(made.prototype, "$class", { value: definition });
        Object.defineProperty(made, "$s", { value: this.#staticsOf(made, emitted.staticKeys) });
        this.#classes.set(key, { definition, constructor_: made, constants: null, reference: made });
    }
    /** Gives the running transaction's record of a class's statics, which the first call makes and initialises. */
    #staticsOf(owner, keys) {
        const slot = this.#staticSlots;
        this.#staticSlots += 1;
        const initialize = Reflect.get(owner, "$clinit");
        // A superclass's initialiser is not this class's.
        const hasOwn = Object.hasOwn(owner, "$clinit") && typeof initialize === "function";
        return () => {
            const { statics } = transaction();
            const known = statics[slot];
            if (known !== undefined)
                return known;
            const record = Object.fromEntries(keys.map((key) => [key, null]));
            statics[slot] = record;
            if (hasOwn)
                Reflect.apply(initialize, owner, [record]);
            return record;
        };
    }
    #baseOf(superclass) {
        if (superclass?.kind === "class") {
            const { constructor_ } = this.#loaded(superclass.name);
            if (constructor_ === null)
                throw new Error(`${superclass.name} is an enum`);
            return constructor_;
        }
        if (superclass?.kind === "platform" && isExceptionType(superclass.name))
            return platformExceptionClass(superclass.name);
        return PlainObject;
    }
    #loaded(name) {
        this.find(name);
        const found = this.#classes.get(name.toLowerCase());
        if (found === undefined)
            throw new Error(`No class ${name}`);
        return found;
    }
    // ── Units ──
    #unit(kind, name) {
        const key = `${kind} ${name.toLowerCase()}`;
        const known = this.#units.get(key);
        if (known !== undefined)
            return known;
        const emitted = kind === "class" ? this.#source.classUnit(name) : this.#source.triggerUnit(name);
        if (emitted === undefined)
            return undefined;
        const loaded = this.#load(emitted, emitted.file);
        this.#units.set(key, loaded);
        return loaded;
    }
    #load(emitted, script) {
        registerScript(script, new PositionTable(emitted.positions));
        const lines = new Uint8Array((emitted.executableLines.at(-1) ?? 0) + 1);
        // The emitter prints every unit as one function expression of its runtime.
        const run = new Script(emitted.code, { filename: script }).runInThisContext();
        const made = run(new UnitRuntime(emitted, lines, this));
        return { emitted, lines, main: made === undefined ? null : made.main };
    }
}
/** What classes without a superclass extend. */
class PlainObject extends ApexObject {
}
function topLevelName(qualifiedName) {
    return qualifiedName.split(".", 1)[0] ?? qualifiedName;
}
function methodOf(target, key) {
    const method = Reflect.get(target, key);
    if (typeof method !== "function")
        throw new Error(`No method ${key}`);
    // Emitted methods take and give any Apex values.
    return method;
}
