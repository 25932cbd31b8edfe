/** Where this project's metadata is: in the package, and beside it what no package can hold. As sfdx-project.json has it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export const PACKAGE_FOLDER = "force-app";
/** The External Client App the relay signs in with. */
const UNPACKAGED_FOLDER = "relay-app";
export const SOURCE_FOLDERS = [PACKAGE_FOLDER, UNPACKAGED_FOLDER] as const;

/** Within a source folder. */
export const MAIN = "main/default";

const project = z.object({ sourceApiVersion: z.string() });

/** The API version the project's source is written for. */
export async function sourceApiVersion(root: string): Promise<string> {
  const text = await readFile(path.join(root, "sfdx-project.json"), "utf8");
  return project.parse(JSON.parse(text)).sourceApiVersion;
}

/** The sfdx-project.json of a project that is made for one deploy, with the package's folder alone. */
export async function passingProject(root: string): Promise<string> {
  return JSON.stringify({
    packageDirectories: [{ path: PACKAGE_FOLDER, default: true }],
    sourceApiVersion: await sourceApiVersion(root),
  });
}
