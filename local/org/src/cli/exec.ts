import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CompilationError } from "../emit/program-units.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { UsageError, type Command } from "./command.ts";
import { INSPECT_OPTIONS, INSPECT_USAGE, isInspected, waitForDebugger } from "./debugger.ts";
import { openedOrg } from "./opened-org.ts";
import {
  DATA_OPTIONS,
  DATA_USAGE,
  PROJECT_OPTIONS,
  PROJECT_USAGE,
  projectOptions,
} from "./project-options.ts";

export const exec: Command = {
  usage: `org exec FILE.apex [options]

  FILE            a file of anonymous Apex; - reads standard input
${PROJECT_USAGE}
${DATA_USAGE}
${INSPECT_USAGE}

Prints what System.debug says; jobs and events that the block leaves behind run before it ends. An error exits with 1.`,
  run(argv) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...PROJECT_OPTIONS, ...DATA_OPTIONS, ...INSPECT_OPTIONS },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError("Give one file of anonymous Apex.");
    const text = readText(file);
    const isDebuggable = isInspected(values);
    const { project, org, engine } = openedOrg(projectOptions(values), values.data, {
      debug: (line) => console.log(`${line.level} [${line.line}] ${line.text}`),
      isDebuggable,
    });
    try {
      // A debugger shows the file, not what the block is called in stack traces.
      const block = { ...project.anonymous(text), file };
      if (isDebuggable) waitForDebugger(values);
      org.transact(org.administrator, "ANONYMOUS", () => engine.runAnonymous(block));
      org.settle();
      return 0;
    } catch (error) {
      console.error(told(error, file));
      return 1;
    } finally {
      org.close();
    }
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** `FILE:line:column: message` for what does not compile, the exception and its stack for what throws, what this org lacks by its name. */
function told(error: unknown, file: string): string {
  if (error instanceof CompilationError) {
    return error.diagnostics
      .map((each) => formatDiagnostic(each.file === "AnonymousBlock" ? { ...each, file } : each))
      .join("\n");
  }
  if (error instanceof GapReached) return `${error.message}\n${error.apexStack}`;
  const exception = apexExceptionOf(error);
  if (exception === null) throw error;
  const [frame] = exception.frames;
  const isOwn = frame?.name === "AnonymousBlock";
  const place = isOwn ? `${file}:${frame.line}:${frame.column}: ` : "";
  return `${place}${exception.headline}\n${exception.stackTraceText}`;
}
