import path from "node:path";

export const PART_NAMES = ["format", "code", "types", "apex", "metadata"] as const;
export type PartName = (typeof PART_NAMES)[number];

/** One program to run; parts that are free of each other run side by side. */
export interface Check {
  readonly part: PartName;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Which files of the repository its verdict depends on. Absent where the check remembers that by itself, or takes no time. */
  readonly reads?: RegExp;
}

/** Modules, and what says how they are read. */
const MODULES = /\.([cm]?[jt]s|json)$/;

/** The projects of the TypeScript compiler: each sees only the globals of where its code runs. */
const TYPESCRIPT_PROJECTS = [".", "worker", "local/org", "lwc", "local/page/app"];

/**
 * The checks of `npm run lint`, those that take longest first.
 * @param caches a folder the tools may write to
 */
export function checks(caches: string): Check[] {
  return [
    { part: "apex", command: "node", arguments: ["scripts/check-apex.ts", "--cache", caches] },
    {
      part: "code",
      command: "eslint",
      arguments: [".", ...cached(caches, "eslint")],
      reads: MODULES,
    },
    {
      part: "format",
      command: "prettier",
      arguments: ["--check", "--log-level", "warn", ".", ...cached(caches, "prettier")],
      reads: /./,
    },
    ...TYPESCRIPT_PROJECTS.map((project): Check => {
      const name = project === "." ? "root" : project.replaceAll("/", "-");
      const info = path.join(caches, `${name}.tsbuildinfo`);
      return {
        part: "types",
        command: "tsc",
        arguments: ["-p", project, "--noEmit", "--incremental", "--tsBuildInfoFile", info],
        reads: MODULES,
      };
    }),
    { part: "metadata", command: "node", arguments: ["scripts/check-metadata.ts"] },
  ];
}

function cached(caches: string, tool: string): string[] {
  const file = path.join(caches, tool);
  return ["--cache", "--cache-strategy", "content", "--cache-location", file];
}
