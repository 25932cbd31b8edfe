const SCOPES = ["global", "public", "protected", "private"];
const SHARINGS = ["with sharing", "without sharing", "inherited sharing"];
const SHARING_NAMES = {
    "with sharing": "withSharing",
    "without sharing": "withoutSharing",
    "inherited sharing": "inheritedSharing",
};
const PLURALS = {
    method: "methods",
    field: "fields",
    property: "properties",
    constructor: "constructors",
};
export function checkModifierWords(declaration, isTopLevel, report) {
    const { at, modifiers, kind } = declaration;
    checkScopes(modifiers.words, at, report);
    if (kind === "class") {
        const has = (word) => modifiers.words.includes(word);
        if (has("static"))
            report.error(at, "static is not allowed on classes");
        if (has("final"))
            report.error(at, "classes are by default final");
        if (has("abstract") && has("virtual"))
            report.error(at, "abstract are by default virtual");
        checkSharings(declaration, report);
        for (const member of declaration.members)
            checkMember(member, declaration, isTopLevel, report);
    }
}
function checkSharings({ at, modifiers }, report) {
    const [first, second] = SHARINGS.filter((sharing) => modifiers.words.includes(sharing));
    if (first !== undefined && second !== undefined)
        report.error(at, `${SHARING_NAMES[first]} classes cannot be ${SHARING_NAMES[second]}`);
}
function checkMember(member, owner, isTopLevel, report) {
    if (member.kind === "initializer" || !(member.kind in PLURALS))
        return;
    const plural = PLURALS[member.kind];
    const { words } = member.modifiers;
    checkScopes(words, member.at, report);
    for (const sharing of SHARINGS) {
        if (words.includes(sharing))
            report.error(member.at, `${SHARING_NAMES[sharing]} is not allowed on ${plural}`);
    }
    if (isTopLevel && words.includes("global") && !owner.modifiers.words.includes("global"))
        report.error(member.at, `Defining type for global ${plural} must be declared as global`);
    if (member.kind === "constructor" && member.name.toLowerCase() !== owner.name.toLowerCase())
        report.error(member.at, `Invalid constructor name: ${member.name}`);
}
function checkScopes(words, at, report) {
    if (words.filter((word) => SCOPES.includes(word)).length > 1)
        report.error(at, "Declarations can only have one scope");
}
