/** Compiled projects, kept whole by the fingerprint of everything they were made from. */
import { randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { EmittedUnit } from "../runtime/unit.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";

/** What is needed to run a project without its sources. */
export interface CompiledOutput {
  readonly classes: readonly CompiledClass[];
  readonly triggers: readonly CompiledTrigger[];
  /** Files that do not parse: which class or trigger they would be is not known for sure. */
  readonly unparsed: readonly Diagnostic[];
}

export interface CompiledUnit {
  readonly name: string;
  readonly file: string;
  /** null where the unit does not compile: `diagnostics` says why. */
  readonly emitted: EmittedUnit | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompiledClass extends CompiledUnit {
  /** Its test methods, whether it compiles or not; empty unless it is a test class. */
  readonly tests: readonly TestMethod[];
  /** Its @TestSetup methods. */
  readonly setups: readonly TestMethod[];
  readonly isTest: boolean;
  /** `/orders/*` of @RestResource(urlMapping='/orders/*'); null for any other class. */
  readonly restMapping: string | null;
}

export interface TestMethod {
  readonly name: string;
  /** The JavaScript property it is called by. */
  readonly key: string;
  /** `@IsTest(SeeAllData=true)`, its own or its class's. */
  readonly seesAllData: boolean;
}

export interface CompiledTrigger extends CompiledUnit {
  readonly object: string;
  readonly events: readonly TriggerEvent[];
}

/**
 * Projects under work change often, and tests compile many that differ little: only what was used of late is worth its space, some 7 MB for 550 classes.
 */
const KEPT = 40;

export function readOutput(folder: string, key: string): CompiledOutput | null {
  const file = fileOf(folder, key);
  try {
    // Only this module writes here, and the key is the hash of all that the output was made from.
    const output = JSON.parse(readFileSync(file, "utf8")) as CompiledOutput;
    const now = new Date();
    utimesSync(file, now, now);
    return output;
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: no reader sees half an output. */
export function writeOutput(folder: string, key: string, output: CompiledOutput): void {
  mkdirSync(folder, { recursive: true });
  const draft = path.join(folder, `${randomUUID()}.draft`);
  writeFileSync(draft, JSON.stringify(output));
  renameSync(draft, fileOf(folder, key));
  forgetOldest(folder);
}

/** The output with every file it speaks of named otherwise. */
export function withFiles(output: CompiledOutput, name: (file: string) => string): CompiledOutput {
  const diagnostics = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
    all.map((each) => ({ ...each, file: name(each.file) }));
  const emitted = (unit: EmittedUnit): EmittedUnit => ({
    ...unit,
    file: name(unit.file),
    data: {
      ...unit.data,
      classes: unit.data.classes.map((each) => ({ ...each, file: name(each.file) })),
    },
  });
  const unit = <Unit extends CompiledUnit>(each: Unit): Unit => ({
    ...each,
    file: name(each.file),
    emitted: each.emitted === null ? null : emitted(each.emitted),
    diagnostics: diagnostics(each.diagnostics),
  });
  return {
    classes: output.classes.map(unit),
    triggers: output.triggers.map(unit),
    unparsed: diagnostics(output.unparsed),
  };
}

function fileOf(folder: string, key: string): string {
  return path.join(folder, `${key}.json`);
}

function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ file, at: stats.mtimeMs }];
    })
    .sort((a, b) => b.at - a.at);
  for (const { file } of files.slice(KEPT)) rmSync(file, { force: true });
}
