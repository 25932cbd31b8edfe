/**
 * What stands for a managed package that a project depends on: a folder with its objects and fields, as they are retrieved from an org that
 * has it, and classes with its global signatures. Its classes are in its namespace, and see each other without it.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ProjectPathError } from "../schema/project.ts";
import { nameInNamespace } from "../types/namespace.ts";
import type { Source } from "./sources.ts";

export interface PackageStub {
  /** Absolute. */
  readonly folder: string;
  readonly namespace: string;
}

/** Source: Salesforce DX Developer Guide, "Create and Register Your Namespace": letters, digits and single underscores, at most 15. */
const NAMESPACE = /^(?!.*__)[a-z][a-z0-9_]{0,13}[a-z0-9]?$/iu;

/** In the namespace its sfdx-project.json says, or else its folder is called. @throws ProjectPathError */
export function packageStub(folder: string): PackageStub {
  const absolute = path.resolve(folder);
  if (!existsSync(absolute)) throw new ProjectPathError(`No such folder: ${absolute}`);
  const configuration = path.join(absolute, "sfdx-project.json");
  const said = existsSync(configuration) ? namespaceIn(configuration) : null;
  const namespace = said ?? path.basename(absolute);
  if (!NAMESPACE.test(namespace))
    throw new ProjectPathError(
      `"${namespace}" is no namespace: call the folder of a package by its namespace, or say it in its sfdx-project.json.`,
    );
  return { folder: absolute, namespace };
}

function namespaceIn(configuration: string): string | null {
  try {
    const { namespace } = JSON.parse(readFileSync(configuration, "utf8")) as {
      readonly namespace?: unknown;
    };
    return typeof namespace === "string" && namespace !== "" ? namespace : null;
  } catch (error) {
    throw new ProjectPathError(`${configuration} is not JSON: ${String(error)}`, { cause: error });
  }
}

/** The sources with the classes of packages under their names there. Triggers of packages are none of the project's. */
export function withNamespaces(
  sources: readonly Source[],
  packages: readonly PackageStub[],
): readonly Source[] {
  if (packages.length === 0) return sources;
  const packageOf = ({ file }: Source): PackageStub | undefined =>
    packages.find(({ folder }) => path.resolve(file).startsWith(folder + path.sep));
  const byPackage = Map.groupBy(sources, packageOf);
  return sources.flatMap((source) => {
    const stub = packageOf(source);
    if (stub === undefined) return [source];
    if (source.kind === "trigger") return [];
    const names = new Set(
      (byPackage.get(stub) ?? []).flatMap(({ kind, name }) => (kind === "class" ? [name] : [])),
    );
    return [
      {
        ...source,
        name: nameInNamespace(stub.namespace, source.name),
        text: renamed(source.text, names, stub.namespace),
      },
    ];
  });
}

/** Texts and comments, which stay as they are, and names; what follows a dot is a member. */
const TOKENS = /'(?:[^'\\\n]|\\.)*'|\/\/.*|\/\*[\s\S]*?\*\/|(?<![\w.])[A-Za-z]\w*/gu;

function renamed(text: string, names: ReadonlySet<string>, namespace: string): string {
  return text.replace(TOKENS, (token) =>
    names.has(token) ? nameInNamespace(namespace, token) : token,
  );
}
