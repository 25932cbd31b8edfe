/**
 * From a project's folder to what the engine runs. Every unit is compiled; one with errors keeps its diagnostics and fails only who
 * reaches it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { bindProgram } from "../bind/program.js";
import { CompilationError, emitBound } from "../emit/program-units.js";
import { hasBehaviour } from "../platform/registry.js";
import { platformCatalog } from "../signatures/catalog.js";
import { stackTextOf } from "../runtime/stack.js";
import { loadSchema } from "../schema/load-schema.js";
import { cachedParse } from "../syntax/cache.js";
import { parseAnonymous, parseClass, parseTrigger } from "../syntax/parse.js";
import { formulaDiagnostics } from "./formula-diagnostics.js";
import { compilerFingerprint, fingerprint } from "./fingerprint.js";
import { readOutput, writeOutput, } from "./output-cache.js";
const DEFAULT_API_VERSION = 66;
export function compileProject(options) {
    const loaded = loadSchema(options.paths);
    const sources = sourcesOf(loaded);
    const { cacheFolder } = options;
    const outputFolder = cacheFolder === undefined ? null : path.join(cacheFolder, "output");
    const key = fingerprint([
        compilerFingerprint(),
        ...schemaParts(loaded),
        ...sources.flatMap(sourceParts),
    ]);
    const program = lazily(() => bind(sources, loaded.schema, cacheFolder));
    let output = outputFolder === null ? null : readOutput(outputFolder, key);
    if (output === null) {
        options.onProgress?.(`compiling ${sources.length} Apex files`);
        output = compileAll(program());
        if (outputFolder !== null)
            writeOutput(outputFolder, key, output);
    }
    return {
        schema: loaded.schema,
        units: unitsOf(output),
        classes: output.classes,
        triggers: output.triggers,
        diagnostics: [
            ...loaded.diagnostics,
            ...formulaDiagnostics(loaded),
            ...output.unparsed,
            ...[...output.classes, ...output.triggers].flatMap(({ diagnostics }) => diagnostics),
        ],
        notices: loaded.notices,
        remoteSites: loaded.metadata.remoteSites,
        anonymous(text) {
            const { unit, diagnostics } = parseAnonymous("AnonymousBlock", text);
            if (unit === null || diagnostics.length > 0)
                throw new CompilationError(diagnostics);
            return emitBound(program().program.bindAnonymous(unit, "AnonymousBlock"));
        },
    };
}
// ── Sources ──
function sourcesOf(loaded) {
    return loaded.apex.map((source) => ({
        kind: source.kind,
        name: source.name,
        file: displayPath(source.path),
        text: readFileSync(source.path, "utf8"),
        apiVersion: Number(source.apiVersion ?? loaded.sourceApiVersion ?? DEFAULT_API_VERSION),
    }));
}
function displayPath(file) {
    const relative = path.relative(process.cwd(), file);
    return relative.startsWith("..") ? file : relative;
}
function sourceParts({ kind, file, text, apiVersion }) {
    return [kind, file, String(apiVersion), text];
}
/** Everything of the schema that binding can see, in the metadata's own order. */
function schemaParts(loaded) {
    const { metadata } = loaded;
    return [
        JSON.stringify([...metadata.objects.values()]),
        JSON.stringify([
            metadata.labels,
            metadata.customMetadata,
            [...metadata.globalValueSets],
            [...metadata.tabs],
            [...metadata.features],
        ]),
    ];
}
function bind(sources, schema, cacheFolder) {
    const syntaxFolder = cacheFolder === undefined ? null : path.join(cacheFolder, "syntax");
    const classParser = syntaxFolder === null ? parseClass : cachedParse(syntaxFolder, "classUnit", parseClass);
    const triggerParser = syntaxFolder === null ? parseTrigger : cachedParse(syntaxFolder, "triggerUnit", parseTrigger);
    const unparsed = [];
    const parsed = (kind, parse) => sources.flatMap((source) => {
        if (source.kind !== kind)
            return [];
        const { unit, diagnostics } = guarded(source.file, () => parse(source.file, source.text), (fault) => ({ unit: null, diagnostics: [fault] }));
        unparsed.push(...diagnostics);
        const isWhole = unit !== null && diagnostics.length === 0;
        return isWhole ? [{ file: source.file, apiVersion: source.apiVersion, unit }] : [];
    });
    const classes = parsed("class", classParser);
    const triggers = parsed("trigger", triggerParser);
    const program = bindProgram({
        classes,
        triggers,
        schema,
        catalog: platformCatalog(),
        hasBehaviour,
    });
    return { program, unparsed };
}
function compileAll({ program, unparsed }) {
    return {
        classes: program.classes.map((symbol) => ({
            ...compiled(symbol.name, symbol.file, () => program.bindUnit(symbol.name)),
            isTest: symbol.isTest,
            restMapping: restMapping(symbol),
            tests: symbol.methods.filter((method) => method.isTest).map(testMethod),
            setups: symbol.methods.filter(isTestSetup).map(testMethod),
        })),
        triggers: program.triggers.map(({ unit, file }) => ({
            ...compiled(unit.name, file, () => program.bindTrigger(unit.name)),
            object: unit.object,
            events: unit.events,
        })),
        unparsed,
    };
}
function compiled(name, file, bind) {
    return guarded(file, () => {
        const bound = bind();
        if (bound === undefined)
            throw new Error(`The program has lost ${name}`);
        const { isRunnable, diagnostics } = bound;
        return { name, file, emitted: isRunnable ? emitBound(bound) : null, diagnostics };
    }, (fault) => ({ name, file, emitted: null, diagnostics: [fault] }));
}
/** A fault of the compiler is an error of the file it happens in: the others still compile. */
function guarded(file, work, broken) {
    try {
        return work();
    }
    catch (thrown) {
        const text = thrown instanceof Error ? stackTextOf(thrown) : String(thrown);
        const message = `The local org failed to compile this file: ${text}`;
        return broken({ file, at: { line: 1, column: 1 }, message, kind: "error" });
    }
}
function restMapping({ annotations }) {
    const annotation = annotations.find(({ name }) => name === "restresource");
    return annotation?.arguments.get("urlmapping") ?? null;
}
function testMethod(method) {
    const { name, key, owner } = method;
    const seesAllData = [method, owner].some(({ annotations }) => annotations
        .find((annotation) => annotation.name === "istest")
        ?.arguments.get("seealldata")
        ?.toLowerCase() === "true");
    return { name, key, seesAllData };
}
function isTestSetup(method) {
    return method.annotations.some(({ name }) => name === "testsetup");
}
// ── Serving the engine ──
function unitsOf(output) {
    const classes = byName(output.classes);
    const triggers = byName(output.triggers);
    return {
        classUnit: (name) => emittedUnit(classes.get(name.toLowerCase())),
        triggerUnit: (name) => emittedUnit(triggers.get(name.toLowerCase())),
    };
}
function byName(units) {
    return new Map(units.map((unit) => [unit.name.toLowerCase(), unit]));
}
function emittedUnit(unit) {
    if (unit === undefined)
        return undefined;
    if (unit.emitted === null)
        throw new CompilationError(unit.diagnostics);
    return unit.emitted;
}
function lazily(make) {
    let made;
    return () => (made ??= make());
}
