/** A public Apex suite, at one commit, and which of its tests do not pass in this org, each with the reason. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
const FOLDER = path.join(import.meta.dirname, "../../conformance");
/** Whatever the file says, it has this shape or is refused: an expectation that is not read expects nothing. */
export class SuiteError extends Error {
}
export function suiteNames() {
    return readdirSync(FOLDER)
        .filter((file) => file.endsWith(".json"))
        .map((file) => path.basename(file, ".json"))
        .sort();
}
export function suiteFile(name) {
    return path.join(FOLDER, `${name}.json`);
}
/** @throws SuiteError where there is no such suite, or its file is not one. */
export function readSuite(name) {
    if (!suiteNames().includes(name))
        throw new SuiteError(`There is no suite ${name}. There are: ${suiteNames().join(", ")}.`);
    return { name, ...parseSuite(readFileSync(suiteFile(name), "utf8"), name) };
}
export function parseSuite(text, name) {
    const refuse = (what) => {
        throw new SuiteError(`${name}.json: ${what}`);
    };
    const given = JSON.parse(text);
    const { repository, commit, paths, tests, failures } = given;
    if (typeof repository !== "string")
        return refuse("repository is an address");
    if (typeof commit !== "string" || !/^[0-9a-f]{40}$/u.test(commit))
        return refuse("commit is 40 hex digits");
    if (!isTexts(paths) || paths.length === 0)
        return refuse("paths is a list of folders");
    if (typeof tests !== "number")
        return refuse("tests is a number");
    if (!Array.isArray(failures) || !failures.every(isFailures))
        return refuse("failures is a list of { reason, tests }, each with a reason and a test");
    const named = failures.flatMap((each) => each.tests);
    const twice = named.find((test, index) => named.indexOf(test) !== index);
    if (twice !== undefined)
        return refuse(`${twice} is named twice`);
    return { repository, commit, paths, tests, failures };
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === "string");
}
function isFailures(value) {
    if (typeof value !== "object" || value === null)
        return false;
    const { reason, tests } = value;
    return typeof reason === "string" && reason.trim() !== "" && isTexts(tests) && tests.length > 0;
}
