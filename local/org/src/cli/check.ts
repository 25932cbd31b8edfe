import { parseArgs } from "node:util";
import { compileProject } from "../compile/compile-project.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import type { Command } from "./command.ts";
import { noticeLines } from "../schema/notices.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";

export const check: Command = {
  usage: `org check [options]\n\n${PROJECT_USAGE}`,
  run(argv) {
    const { values } = parseArgs({ args: [...argv], options: PROJECT_OPTIONS });
    const project = compileProject({
      ...projectOptions(values),
      onProgress: (line) => console.error(line),
    });
    for (const line of noticeLines(project.notices)) console.error(line);
    for (const diagnostic of project.diagnostics) console.log(formatDiagnostic(diagnostic));
    const errors = project.diagnostics.filter(({ kind }) => kind === "error").length;
    const gaps = project.diagnostics.length - errors;
    console.log(
      `${project.classes.length} classes, ${project.triggers.length} triggers: ${errors} errors, ${gaps} uses of what this org lacks`,
    );
    // A gap fails where it is reached; it is not an error of the project.
    return errors === 0 ? 0 : 1;
  },
};
