import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { rootProblems } from "./element-problems.ts";
import { lengthProblems } from "./length-problems.ts";
import { metadataTypes } from "./metadata-types.ts";
import { packagingProblems } from "./packaging-problems.ts";
import type { Problem } from "./problem.ts";
import { projectNames } from "./project-names.ts";
import { referenceProblems } from "./reference-problems.ts";
import { parseXml, type XmlElement } from "./xml-element.ts";

export interface FileProblem extends Problem {
  /** Relative to the project. */
  readonly file: string;
}

export interface MetadataReport {
  readonly files: number;
  readonly problems: readonly FileProblem[];
}

/** Every metadata file of an SFDX project. */
export async function checkProject(project: string): Promise<MetadataReport> {
  const { files, packaged } = await sourceFiles(project);
  const types = metadataTypes();
  const names = projectNames(project, files);
  const metadata = files.filter((file) => file.endsWith("-meta.xml"));
  const problems = await Promise.all(
    metadata.map(async (file) => {
      const root = parsed(await readFile(path.join(project, file), "utf8"));
      if ("message" in root) return [{ file, ...root }];
      const fullName = path.basename(file).replace(/\.[A-Za-z]+-meta\.xml$/, "");
      const object = /objects[\\/]([^\\/]+)[\\/]/.exec(file)?.[1];
      return [
        ...rootProblems(root, types),
        ...lengthProblems(root, fullName),
        ...referenceProblems({ root, fullName, object }, names),
        ...(packaged.has(file) ? packagingProblems(root) : []),
      ].map((problem) => ({ file, ...problem }));
    }),
  );
  return { files: metadata.length, problems: problems.flat() };
}

function parsed(text: string): XmlElement | Problem {
  try {
    return parseXml(text);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    return { line: Number(/^(\d+):/.exec(message)?.[1] ?? 1), message };
  }
}

interface SourceFiles {
  readonly files: readonly string[];
  /** Those of a package directory that names a package: what a version of it is made of. */
  readonly packaged: ReadonlySet<string>;
}

async function sourceFiles(project: string): Promise<SourceFiles> {
  const settings = z
    .object({
      packageDirectories: z.array(z.object({ path: z.string(), package: z.string().optional() })),
    })
    .parse(JSON.parse(await readFile(path.join(project, "sfdx-project.json"), "utf8")));
  const files: string[] = [];
  const packaged = new Set<string>();
  for (const directory of settings.packageDirectories) {
    for await (const found of glob("**/*.{cls,trigger,xml}", {
      cwd: path.join(project, directory.path),
    })) {
      const file = path.join(directory.path, found);
      files.push(file);
      if (directory.package !== undefined) packaged.add(file);
    }
  }
  return { files: files.sort(), packaged };
}
