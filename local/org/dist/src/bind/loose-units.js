import { bindClass } from "./class-bodies.js";
import { outermost } from "./compilation.js";
import { checkContracts } from "./declarations/contracts.js";
import { declareType } from "./declarations/declare.js";
import { checkReachable } from "./flow.js";
import { settleHeaders } from "./program.js";
import { Report } from "./report.js";
import { Scope } from "./scope.js";
import { bindStatementsOf } from "./statements/statement.js";
export function bindTriggerUnit({ file, apiVersion, unit }, compilation) {
    const report = new Report(file);
    const object = compilation.schema.object(unit.object);
    if (object === undefined) {
        report.error(unit.at, `Trigger type isn't an SObject: ${unit.object}`);
    }
    const isEvent = object?.kind === "platformEvent" || object?.kind === "changeEvent";
    if (isEvent && unit.events.some((event) => event !== "after insert")) {
        report.error(unit.at, `Platform Event SObjects only supports after insert: ${unit.object}`);
    }
    const objectName = object?.name ?? unit.object;
    // A class may have the trigger's name: the one made up here has a name no class can have.
    const name = `Trigger.${unit.name}`;
    const place = { ...unit, name, apiVersion, triggerObject: objectName };
    const { classes, body, dependencies } = bindLoose(place, compilation, report);
    return {
        unit: {
            kind: "trigger",
            file,
            name: unit.name,
            object: objectName,
            events: unit.events,
            apiVersion,
            classes,
            body,
            at: unit.at,
            dependencies,
        },
        isRunnable: report.isRunnable,
        diagnostics: report.diagnostics,
    };
}
/** Anonymous Apex runs at the newest version (REST resource executeAnonymous of the API version called). */
const ANONYMOUS_API_VERSION = 66;
export function bindAnonymousUnit(unit, file, compilation) {
    const report = new Report(file);
    const place = {
        name: "AnonymousBlock",
        apiVersion: ANONYMOUS_API_VERSION,
        triggerObject: null,
        ...unit,
    };
    const { classes, body, dependencies } = bindLoose(place, compilation, report);
    return {
        unit: { kind: "anonymous", file, classes, body, dependencies },
        isRunnable: report.isRunnable,
        diagnostics: report.diagnostics,
    };
}
function bindLoose(unit, compilation, report) {
    const declared = declareType(surroundingClass(unit), null, unit.apiVersion, report);
    const declarations = new Map(compilation.declarations);
    for (const { symbol, declaration } of declared)
        declarations.set(symbol, declaration);
    const [outer, ...inner] = declared.map(({ symbol }) => symbol);
    if (outer === undefined)
        throw new Error("declareType yields the declared type first");
    const own = { ...compilation, declarations };
    const reports = new Map([outer, ...inner].map((symbol) => [symbol, report]));
    settleHeaders([outer, ...inner], own, reports, (symbol) => symbol === outer);
    const dependencies = new Set();
    const classes = [outer, ...inner].map((symbol) => {
        checkContracts(symbol, own, report);
        return bindClass(symbol, { compilation: own, report, dependencies });
    });
    const context = {
        compilation: own,
        report,
        owner: outer,
        isStatic: true,
        scope: new Scope(),
        returns: "nothing",
        accessorOf: null,
        assignsFinalFields: null,
        initializing: null,
        isInLoop: false,
        triggerObject: unit.triggerObject,
        dependencies,
    };
    const body = bindStatementsOf(unit.body, context);
    checkReachable(body, report);
    dependencies.delete(outermost(outer).qualifiedName);
    return { classes, body, dependencies: [...dependencies] };
}
function surroundingClass({ name, members, at }) {
    return {
        kind: "class",
        name,
        modifiers: { words: ["public"], annotations: [] },
        superclass: null,
        interfaces: [],
        members,
        at,
        end: at,
    };
}
