import { typeName } from "../runtime/type.js";
import * as js from "./js.js";
import { localNameOf } from "./local-names.js";
import { runtimeType } from "./runtime-types.js";
const NOWHERE = { line: 0, column: 0, frame: "" };
export class EmitContext {
    unit;
    #head = new Map();
    #types = new Map();
    types = [];
    queries = [];
    searches = [];
    lines = new Set();
    #references = new Set();
    #place = NOWHERE;
    #scope = null;
    /** The current value of the target of a compound assignment. */
    #targetValues = [];
    #visitExpression;
    #visitStatement;
    constructor(unit, visitors) {
        this.unit = unit;
        this.#visitExpression = visitors.expression;
        this.#visitStatement = visitors.statement;
    }
    // ── Visiting ──
    expression(node) {
        return this.at(node.at, () => this.#visitExpression(node, this));
    }
    statement(node) {
        return this.at(node.at, () => this.#visitStatement(node, this));
    }
    at(position, visit) {
        const outer = this.#place;
        this.#place = { line: position.line, column: position.column, frame: this.#scope?.frame ?? "" };
        try {
            return visit();
        }
        finally {
            this.#place = outer;
        }
    }
    get place() {
        return this.#place;
    }
    // ── Functions ──
    /** Emits a function's body; temporaries it took are declared first. */
    inFunction(scope, emit) {
        const outer = this.#scope;
        const inner = { ...scope, temporaries: [], locals: [...scope.parameters] };
        this.#scope = inner;
        try {
            const body = emit();
            return [...inner.temporaries.map((temporary) => js.declare("let", temporary, null)), ...body];
        }
        finally {
            this.#scope = outer;
        }
    }
    get scope() {
        if (this.#scope === null)
            throw new Error("No function is being emitted");
        return this.#scope;
    }
    temporary() {
        const temporary = `$${this.scope.temporaries.length}`;
        this.scope.temporaries.push(temporary);
        return temporary;
    }
    get visibleLocals() {
        return this.scope.locals;
    }
    declareLocal(symbol) {
        this.scope.locals.push(symbol);
    }
    /** What `emit` declares goes out of scope after it. */
    inBlock(emit) {
        const { locals } = this.scope;
        const size = locals.length;
        try {
            return emit();
        }
        finally {
            locals.length = size;
        }
    }
    local(symbol) {
        return js.name(localNameOf(symbol), this.#place);
    }
    withTargetValue(value, visit) {
        this.#targetValues.push(value);
        try {
            return visit();
        }
        finally {
            this.#targetValues.pop();
        }
    }
    get targetValue() {
        const value = this.#targetValues.at(-1);
        if (value === undefined)
            throw new Error("targetValue outside a compound assignment");
        return value;
    }
    markLine(line) {
        this.lines.add(line);
    }
    // ── Constants of the unit's head ──
    /** A constant made once when the unit is loaded. */
    constant(key, prefix, init) {
        let known = this.#head.get(key);
        if (known === undefined) {
            known = { name: `$${prefix}${this.#head.size}`, init: init() };
            this.#head.set(key, known);
        }
        return js.name(known.name, this.#place);
    }
    /** A function of runtime/operations.ts. */
    operation(operation) {
        return this.constant(`operation ${operation}`, `${operation}_`, () => js.member(js.member(js.name("$"), "operations"), operation));
    }
    operate(operation, ...values) {
        return js.call(this.operation(operation), values);
    }
    type(type) {
        return this.runtimeType(runtimeType(type));
    }
    runtimeType(type) {
        const text = `${type.kind} ${typeName(type)}`;
        let index = this.#types.get(text);
        if (index === undefined) {
            index = this.types.push(type) - 1;
            this.#types.set(text, index);
        }
        const at = index;
        return this.constant(`type ${text}`, "t", () => js.call(js.member(js.name("$"), "type"), [js.literal(at)]));
    }
    /** Something the unit's runtime makes from plain values: `$.method("String", "trim()")`. */
    bound(maker, ...values) {
        return this.constant(`${maker} ${JSON.stringify(values)}`, `${maker}_`, () => js.call(js.member(js.name("$"), maker), values.map((value) => js.literal(value))));
    }
    /** A class of the project: loaded when first touched. */
    classReference(qualifiedName) {
        this.#references.add(qualifiedName);
        return js.member(js.name("$c", this.#place), qualifiedName, this.#place);
    }
    get references() {
        return [...this.#references];
    }
    headDeclarations() {
        return [...this.#head.values()].map((entry) => js.declare("const", entry.name, entry.init));
    }
}
