/** `org <command>`: which command, and what becomes of what it throws. */
import { CompilationError } from "../emit/program-units.ts";
import { FolderError } from "../org/kept-folder.ts";
import { ProjectPathError } from "../schema/project.ts";
import { UsageError } from "./command.ts";
import { COMMANDS } from "./commands.ts";

/** As a package it is called what the package is. */
const PROGRAM = import.meta.filename.endsWith(".js") ? "local-org" : "org";

/** Usage as it is typed. */
export function typed(usage: string, program: string = PROGRAM): string {
  return usage.replaceAll(/^( *)org (?=[a-z<])/gmu, `$1${program} `);
}

export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h") {
    console.log(typed(overview()));
    return name === undefined ? 2 : 0;
  }
  const entry = COMMANDS.find((each) => each.name === name);
  if (entry === undefined) {
    console.error(`There is no command "${name}".\n\n${typed(overview())}`);
    return 2;
  }
  const command = await entry.load();
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(`${typed(command.usage)}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    return told(error, name, command.usage);
  }
}

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  org ${name.padEnd(11)} ${summary}`);
  return [
    "A local Salesforce org: compiles, tests and serves the Apex of any SFDX project.",
    "",
    ...lines,
    "",
    "org <command> --help says more.",
  ].join("\n");
}

function told(error: unknown, name: string, usage: string): number {
  if (
    error instanceof CompilationError ||
    error instanceof ProjectPathError ||
    error instanceof FolderError
  ) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${error.message}\n\n${typed(usage)}`);
    return 2;
  }
  // A fault of this org: one sentence for who uses it, and the stack for who mends it.
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(`${PROGRAM} ${name} failed: ${message}`);
  if (process.env["LOCAL_ORG_DEBUG"] === undefined)
    console.error("Set LOCAL_ORG_DEBUG=1 to see where.");
  else console.error(stack);
  return 70;
}

/** What `parseArgs` throws for an option it does not know. */
function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}
