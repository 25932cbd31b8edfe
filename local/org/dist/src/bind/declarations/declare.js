import { checkAnnotations } from "./annotations.js";
import { checkModifierWords } from "./modifier-words.js";
import { annotationsOf, isTest, visibilityOf } from "./modifiers.js";
/** The type and its inner types, outermost first. */
export function declareType(declaration, outer, apiVersion, report) {
    const { modifiers } = declaration;
    const symbol = {
        kind: declaration.kind,
        name: declaration.name,
        qualifiedName: outer === null ? declaration.name : `${outer.qualifiedName}.${declaration.name}`,
        file: report.file,
        at: declaration.at,
        end: declaration.end,
        outer,
        visibility: visibilityOf(modifiers, "private"),
        sharing: sharingOf(declaration),
        isAbstract: declaration.kind === "interface" || modifiers.words.includes("abstract"),
        isVirtual: modifiers.words.includes("virtual"),
        isTest: isTest(modifiers),
        annotations: annotationsOf(modifiers),
        apiVersion,
        superclass: null,
        interfaces: [],
        fields: [],
        methods: [],
        constructors: [],
        inner: [],
        enumConstants: declaration.kind === "enum" ? declaration.constants.map(({ name }) => name) : [],
        isException: false,
    };
    const innerDeclarations = declaration.kind === "class" ? declaration.members.filter(isType) : [];
    const inner = innerDeclarations.flatMap((member) => declareType(member, symbol, apiVersion, report));
    symbol.inner = inner
        .map((declared) => declared.symbol)
        .filter(({ outer: around }) => around === symbol);
    reportDuplicates(symbol, report);
    checkModifierWords(declaration, outer === null, report);
    checkAnnotations(declaration, report);
    if (outer === null && !symbol.isTest && !isSeenOutside(symbol)) {
        report.error(declaration.at, "Top-level type must have public or global visibility");
    }
    if (outer !== null && symbol.inner.length > 0) {
        report.error(declaration.at, "Inner types are not allowed to have inner types");
    }
    return [{ symbol, declaration }, ...inner];
}
function isSeenOutside({ visibility }) {
    return visibility === "public" || visibility === "global";
}
function isType(member) {
    return member.kind === "class" || member.kind === "interface" || member.kind === "enum";
}
function sharingOf(declaration) {
    const { words } = declaration.modifiers;
    if (words.includes("with sharing"))
        return "with";
    if (words.includes("without sharing"))
        return "without";
    return words.includes("inherited sharing") ? "inherited" : null;
}
function reportDuplicates(symbol, report) {
    const seen = new Set([symbol.name.toLowerCase()]);
    for (const inner of symbol.inner) {
        const key = inner.name.toLowerCase();
        if (seen.has(key))
            report.error(inner.at, `Type name already in use: ${inner.name}`);
        seen.add(key);
    }
    const constants = new Set();
    for (const constant of symbol.enumConstants) {
        const key = constant.toLowerCase();
        if (constants.has(key))
            report.error(symbol.at, `Duplicate field: ${constant}`);
        constants.add(key);
    }
}
