/**
 * Programs that Salesforce refuses, as data: `programs/*.apex`, each under a line that says its form and what is wrong with it.
 * `body` is what stands in a method, `members` what stands in a class, `file` a whole class called Program. Salesforce's compiler
 * refuses them all, but those that are `documented`: what a query or a field may do an org knows, not the compiler.
 */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface RefusedProgram {
  /** Of its class, unlike that of any other. */
  readonly name: string;
  readonly area: string;
  readonly title: string;
  readonly isDocumentedOnly: boolean;
  readonly text: string;
}

const HEADING = /^\/\/\/\/ (body|members|file)(, documented)?: (.+)$/;

export function refusedPrograms(): readonly RefusedProgram[] {
  const folder = path.join(import.meta.dirname, "programs");
  return globSync("*.apex", { cwd: folder })
    .sort()
    .flatMap((file) => programsOf(path.basename(file, ".apex"), path.join(folder, file)));
}

function programsOf(area: string, file: string): RefusedProgram[] {
  const parts = readFileSync(file, "utf8")
    .split(/^(?=\/\/\/\/ )/m)
    .filter((part) => part.trim() !== "");
  return parts.map((part, index) => {
    const [heading = "", ...lines] = part.trimEnd().split("\n");
    const [, form, documented, title] = HEADING.exec(heading) ?? [];
    if (form === undefined || title === undefined)
      throw new Error(`${file}: "${heading}" names no form`);
    const name = `Refused${area.charAt(0).toUpperCase()}${area.slice(1)}${index + 1}`;
    return {
      name,
      area,
      title,
      isDocumentedOnly: documented !== undefined,
      text: whole(form, lines.join("\n")).replaceAll(/\bProgram\b/g, name),
    };
  });
}

function whole(form: string, code: string): string {
  switch (form) {
    case "body":
      return `public class Program {\n  void run() {\n${code}\n  }\n}\n`;
    case "members":
      return `public class Program {\n${code}\n}\n`;
    default:
      return `${code}\n`;
  }
}

/** Writes an SFDX project of them, beside the objects and classes they use; returns all class files. */
export function writeProject(folder: string, programs: readonly RefusedProgram[]): string[] {
  cpSync(path.join(import.meta.dirname, "project"), folder, { recursive: true });
  const classes = path.join(folder, "force-app", "classes");
  mkdirSync(classes, { recursive: true });
  for (const { name, text } of programs) {
    const file = path.join(classes, `${name}.cls`);
    writeFileSync(file, text);
    writeFileSync(
      `${file}-meta.xml`,
      '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>',
    );
  }
  return globSync("*.cls", { cwd: classes }).map((file) => path.join(classes, file));
}
