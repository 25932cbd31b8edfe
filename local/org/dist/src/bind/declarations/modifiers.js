export function annotationsOf(modifiers) {
    return modifiers.annotations.map((annotation) => ({
        name: annotation.name.toLowerCase(),
        arguments: new Map(annotation.arguments.map(({ name, value }) => [
            (name ?? "value").toLowerCase(),
            annotationText(value),
        ])),
    }));
}
export function hasAnnotation(modifiers, name) {
    return modifiers.annotations.some((annotation) => annotation.name.toLowerCase() === name);
}
/** `@IsTest` or the older `testMethod`. */
export function isTest(modifiers) {
    return modifiers.words.includes("testmethod") || hasAnnotation(modifiers, "istest");
}
export function visibilityOf(modifiers, otherwise) {
    if (modifiers.words.includes("webservice"))
        return "global";
    for (const visibility of ["global", "public", "protected", "private"]) {
        if (modifiers.words.includes(visibility))
            return visibility;
    }
    return otherwise;
}
/** Annotation arguments are literals or class names; anything else has no text. */
function annotationText(value) {
    switch (value.kind) {
        case "literal":
            return value.text;
        case "name":
            return value.name;
        case "fieldAccess":
            return `${annotationText(value.target)}.${value.name}`;
        case "classLiteral":
            return value.type.parts.map(({ name }) => name).join(".");
        default:
            return "";
    }
}
