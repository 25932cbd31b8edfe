/**
 * `node scripts/check-metadata.ts [project folder]`: what a deploy would refuse of the metadata files of an SFDX project: elements,
 * their place, enumerations and required elements by Salesforce's own types, lengths, and names that lead nowhere.
 */
import path from "node:path";
import { checkProject } from "./check-metadata/check-project.ts";

const project = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));
const { files, problems } = await checkProject(project);
for (const { file, line, message } of problems) {
  console.log(`${path.relative(process.cwd(), path.join(project, file))}:${line}: ${message}`);
}
console.log(`Metadata: ${files} files checked, ${problems.length} errors`);
process.exitCode = problems.length === 0 ? 0 : 1;
