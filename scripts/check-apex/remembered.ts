import { CleanInputs, fingerprintOf } from "../lint/clean-inputs.ts";
import type { Finding } from "./finding.ts";

/** For a check in which each file bears on every other: all of it again, unless exactly this was clean. */
export async function findingsUnlessClean(
  cache: string,
  fingerprint: string,
  check: () => Promise<Finding[]>,
): Promise<Finding[]> {
  const clean = await CleanInputs.open(cache);
  if (clean.has(fingerprint)) return [];
  const findings = await check();
  if (findings.length === 0) await clean.keep([fingerprint]);
  return findings;
}

/**
 * For a check that looks at each file by itself: only the files that are not known to be clean.
 * @param files absolute paths
 * @param tools what else the verdict depends on
 */
export async function findingsOfChanged(
  cache: string,
  files: readonly string[],
  tools: string,
  check: (changed: readonly string[]) => Promise<Finding[]>,
): Promise<Finding[]> {
  const clean = await CleanInputs.open(cache);
  const fingerprints = new Map<string, string>();
  for (const file of files) fingerprints.set(file, await fingerprintOf("/", [file], tools));
  const changed = files.filter((file) => !clean.has(fingerprints.get(file) ?? ""));
  const findings = await check(changed);
  const faulty = new Set(findings.map(({ file }) => file));
  await clean.keep(
    [...fingerprints].filter(([file]) => !faulty.has(file)).map(([, print]) => print),
  );
  return findings;
}
