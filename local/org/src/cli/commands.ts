/** The commands there are. Each is loaded when it is called: what one needs, the server of another for one, the next does without. */
import type { Command } from "./command.ts";

export interface CommandEntry {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "test",
    summary: "run a project's Apex tests",
    load: async () => (await import("./test.ts")).test,
  },
  {
    name: "check",
    summary: "compile only, and report every error",
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "serve",
    summary: "serve the org over Salesforce's REST API",
    load: async () => (await import("./serve.ts")).serve,
  },
  {
    name: "exec",
    summary: "run a file of anonymous Apex",
    load: async () => (await import("./exec.ts")).exec,
  },
  {
    name: "query",
    summary: "run a SOQL query as the administrator",
    load: async () => (await import("./query.ts")).query,
  },
  {
    name: "types",
    summary: "TypeScript of what @AuraEnabled methods take and give",
    load: async () => (await import("./types.ts")).types,
  },
  {
    name: "gaps",
    summary: "what the platform has and this org lacks, by use in a project or altogether",
    load: async () => (await import("./gaps.ts")).gaps,
  },
  {
    name: "conformance",
    summary: "run a public suite against what is expected of it",
    load: async () => (await import("./conformance.ts")).conformance,
  },
];
