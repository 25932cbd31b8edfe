/** `org <command>`: which command, and what becomes of what it throws. */
import { CompilationError } from "../emit/program-units.js";
import { ProjectPathError } from "../schema/project.js";
import { check } from "./check.js";
import { UsageError } from "./command.js";
import { conformance } from "./conformance.js";
import { exec } from "./exec.js";
import { gaps } from "./gaps.js";
import { query } from "./query.js";
import { serve } from "./serve.js";
import { test } from "./test.js";
import { types } from "./types.js";
const COMMANDS = [test, check, serve, exec, query, types, gaps, conformance];
export async function main(argv) {
    const [name, ...rest] = argv;
    if (name === undefined || name === "--help" || name === "-h") {
        console.log(overview());
        return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (command === undefined) {
        console.error(`There is no command "${name}".\n\n${overview()}`);
        return 2;
    }
    if (rest.includes("--help") || rest.includes("-h")) {
        console.log(`${command.usage}\n`);
        return 0;
    }
    try {
        return await command.run(rest);
    }
    catch (error) {
        return told(error, command);
    }
}
function overview() {
    const lines = COMMANDS.map(({ name, summary }) => `  org ${name.padEnd(11)} ${summary}`);
    return [
        "A local Salesforce org: compiles, tests and serves the Apex of any SFDX project.",
        "",
        ...lines,
        "",
        "org <command> --help says more.",
    ].join("\n");
}
function told(error, command) {
    if (error instanceof CompilationError || error instanceof ProjectPathError) {
        console.error(error.message);
        return 1;
    }
    if (error instanceof UsageError || isArgumentError(error)) {
        console.error(`${error.message}\n\n${command.usage}`);
        return 2;
    }
    // A fault of this org: one sentence for who uses it, and the stack for who mends it.
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(`org ${command.name} failed: ${message}`);
    if (process.env["LOCAL_ORG_DEBUG"] === undefined)
        console.error("Set LOCAL_ORG_DEBUG=1 to see where.");
    else
        console.error(stack);
    return 70;
}
/** What `parseArgs` throws for an option it does not know. */
function isArgumentError(error) {
    return (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
}
