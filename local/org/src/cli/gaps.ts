import { parseArgs } from "node:util";
import { compileProject } from "../compile/compile-project.ts";
import type { Command } from "./command.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";
import { platformGaps } from "../platform/gaps.ts";

export const gaps: Command = {
  usage: `org gaps [--all] [options]\n\n  --all           every member of the platform without behaviour, not only what the project uses\n${PROJECT_USAGE}`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...PROJECT_OPTIONS, all: { type: "boolean" } },
    });
    if (values.all === true) {
      for (const gap of platformGaps()) console.log(gap);
      return 0;
    }
    const uses = new Map<string, number>();
    for (const { kind, message } of compileProject(projectOptions(values)).diagnostics) {
      if (kind === "gap") uses.set(message, (uses.get(message) ?? 0) + 1);
    }
    for (const [message, count] of [...uses].sort((a, b) => b[1] - a[1]))
      console.log(`${count}\t${message}`);
    if (uses.size === 0) console.log("The project uses nothing that this org lacks.");
    return 0;
  },
};
