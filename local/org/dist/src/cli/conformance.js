import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compileProject } from "../compile/compile-project.js";
import { accepted, changesOf, formatChange } from "../conformance/compare.js";
import { readSuite, SuiteError, suiteFile, suiteNames } from "../conformance/suite.js";
import { openLocalOrg } from "../open-local-org.js";
import { UsageError } from "./command.js";
import { PROJECT_OPTIONS, projectOptions } from "./project-options.js";
export const conformance = {
    name: "conformance",
    summary: "run a public suite against what is expected of it",
    usage: `org conformance --suite NAME --clone DIR [options]

  --suite NAME    one of: ${suiteNames().join(", ")}
  --clone DIR     a clone of its repository, at its commit
  --accept        write what the run found into the suite's file
  --no-cache      compile everything anew

Ends with 1 where a test fails that is expected to pass, or passes that is expected to fail.`,
    run(argv) {
        const { values } = parseArgs({
            args: [...argv],
            options: {
                suite: { type: "string" },
                clone: { type: "string" },
                accept: { type: "boolean" },
                "no-cache": PROJECT_OPTIONS["no-cache"],
            },
        });
        const { suite: name, clone } = values;
        if (name === undefined || clone === undefined)
            throw new UsageError("A suite and a clone of it are needed.");
        const suite = suiteNamed(name);
        requireCommit(suite, clone);
        const outcomes = outcomesOf(suite, clone, values["no-cache"] === true);
        return values.accept === true ? accept(suite, outcomes) : compare(suite, outcomes);
    },
};
function suiteNamed(name) {
    try {
        return readSuite(name);
    }
    catch (error) {
        if (error instanceof SuiteError)
            throw new UsageError(error.message);
        throw error;
    }
}
/** Other sources would have other tests. */
function requireCommit({ commit, repository, paths }, clone) {
    const git = (...args) => {
        try {
            return execFileSync("git", ["-C", clone, ...args], {
                encoding: "utf8",
                stdio: ["ignore", "pipe", "ignore"],
            }).trim();
        }
        catch {
            throw new UsageError(`${clone} is no clone of ${repository}.`);
        }
    };
    const head = git("rev-parse", "HEAD");
    if (head !== commit)
        throw new UsageError(`${clone} is at ${head}; git checkout ${commit} is what is expected of.`);
    const changed = git("status", "--porcelain", "--", ...paths);
    if (changed !== "")
        throw new UsageError(`${clone} has changes:\n${changed}`);
}
function outcomesOf(suite, clone, isUncached) {
    const project = compileProject({
        ...projectOptions({
            path: suite.paths.map((each) => path.join(clone, each)),
            "no-cache": isUncached,
        }),
        onProgress: (line) => console.error(line),
    });
    return openLocalOrg(project).runTests().tests;
}
function compare(suite, outcomes) {
    const changes = changesOf(suite, outcomes);
    for (const change of changes)
        console.log(formatChange(change));
    const passed = outcomes.filter(({ outcome }) => outcome === "pass").length;
    console.log(`${suite.name}: ${passed} of ${outcomes.length} pass, ${changes.length === 0 ? "as expected" : `${changes.length} changes`}`);
    return changes.length === 0 ? 0 : 1;
}
function accept(suite, outcomes) {
    const { name, ...content } = accepted(suite, outcomes);
    writeFileSync(suiteFile(name), `${JSON.stringify(content, null, 2)}\n`);
    console.log(`${suiteFile(name)} is written: ${outcomes.length} tests`);
    return 0;
}
