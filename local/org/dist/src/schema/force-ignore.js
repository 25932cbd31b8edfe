/** .forceignore: the patterns of .gitignore, relative to the folder of sfdx-project.json. Source: Salesforce DX Developer Guide. */
export function forceIgnore(text) {
    const rules = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map(readRule);
    return (path) => rules.reduce((ignored, rule) => (rule.pattern.test(path) ? !rule.isNegated : ignored), false);
}
function readRule(line) {
    const isNegated = line.startsWith("!");
    const pattern = isNegated ? line.slice(1) : line;
    const body = pattern.replace(/^\//, "").replace(/\/$/, "");
    const isAnchored = pattern.startsWith("/") || body.includes("/");
    const start = isAnchored ? "^" : "(?:^|/)";
    // A pattern that ends in a slash is a folder: only what is in it can match.
    const end = pattern.endsWith("/") ? "/" : "(?:/|$)";
    return { pattern: new RegExp(start + globSource(body) + end), isNegated };
}
function globSource(glob) {
    return glob.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]*\]|\\.|[^*?[\\]+|\[/g, (part) => {
        if (part === "**/")
            return "(?:.*/)?";
        if (part === "/**")
            return "/.*";
        if (part === "**")
            return ".*";
        if (part === "*")
            return "[^/]*";
        if (part === "?")
            return "[^/]";
        if (part.startsWith("[") && part.length > 1)
            return part.replace("[!", "[^");
        if (part.startsWith("\\"))
            return literal(part.slice(1));
        return literal(part);
    });
}
function literal(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
