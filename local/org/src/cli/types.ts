import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { auraEnabledFields } from "../rest/lightning/client-form.ts";
import type { ClassDefinition, MethodDefinition } from "../runtime/object.ts";
import type { RuntimeType } from "../runtime/type.ts";
import { UsageError, type Command } from "./command.ts";
import { openedOrg, type OpenedProject } from "./opened-org.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";
import { checkWriteable } from "./written-file.ts";

const HEADING =
  "/** Written by `org types` from the Apex: what @AuraEnabled methods take and give. */";
const NUMBERS: ReadonlySet<string> = new Set(["Integer", "Long", "Double", "Decimal"]);

export const types: Command = {
  usage: `org types --out FILE [options]

  --out FILE      the declaration file to write: a module \`@salesforce/apex/Class.method\` each
  --check         write nothing; say, with exit code 1, that FILE is not what would be written
${PROJECT_USAGE}`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...PROJECT_OPTIONS, out: { type: "string" }, check: { type: "boolean" } },
    });
    if (values.out === undefined) throw new UsageError("Say with --out where to write.");
    checkWriteable("--out", values.out);
    const text = apexDeclarations(openedOrg(projectOptions(values), undefined));
    const written = existsSync(values.out) ? readFileSync(values.out, "utf8") : null;
    if (text === written) return 0;
    if (values.check === true) {
      console.error(`${values.out} is not what the Apex says: run org types without --check.`);
      return 1;
    }
    writeFileSync(values.out, text);
    return 0;
  },
};

function apexDeclarations({ project, engine }: OpenedProject): string {
  const modules = project.classes
    .filter(({ isTest }) => !isTest)
    .toSorted((left, right) => left.name.localeCompare(right.name))
    .flatMap(({ name }) =>
      (engine.find(name)?.definition.methods ?? [])
        .filter(({ annotations }) => "auraenabled" in annotations)
        .map((method) => moduleOf(name, method, (each) => engine.find(each)?.definition)),
    );
  return `${[HEADING, ...modules].join("\n\n")}\n`;
}

type Find = (className: string) => ClassDefinition | undefined;

function moduleOf(className: string, method: MethodDefinition, find: Find): string {
  const used = new Map<string, ClassDefinition>();
  const result = method.returns === null ? "null" : typeText(method.returns, used, find);
  const parameters = method.parameters.map((type, index) =>
    member(method.parameterNames[index] ?? "", typeText(type, used, find)),
  );
  // A class may name others, which join the map while it is walked.
  const interfaces: string[] = [];
  for (const definition of used.values()) {
    const members = auraEnabledFields(definition).map(({ name, type }) =>
      member(name, typeText(type, used, find)),
    );
    interfaces.push(
      `  export interface ${lastName(definition.name)} {\n${members.join("\n")}\n  }`,
    );
  }
  return [
    `declare module "@salesforce/apex/${className}.${method.name}" {`,
    '  import type { ApexMethod } from "@salesforce/apex";',
    ...interfaces,
    parameters.length === 0
      ? "  export type Parameters = Record<string, never>;"
      : `  export type Parameters = {\n${parameters.join("\n")}\n  };`,
    `  const method: ApexMethod<Parameters, ${result}>;`,
    "  export default method;",
    "}",
  ].join("\n");
}

/** Null members may be left out on the way. */
function member(name: string, type: string): string {
  return `    readonly ${name}?: ${type} | null | undefined;`;
}

function typeText(type: RuntimeType, used: Map<string, ClassDefinition>, find: Find): string {
  switch (type.kind) {
    case "primitive":
      if (type.name === "Boolean") return "boolean";
      return NUMBERS.has(type.name) ? "number" : "string";
    case "list":
    case "set": {
      const element = typeText(type.element, used, find);
      return `readonly ${element.startsWith("readonly ") ? `(${element})` : element}[]`;
    }
    case "map":
      return `Readonly<Record<string, ${typeText(type.value, used, find)}>>`;
    case "class": {
      const definition = find(type.name);
      if (definition === undefined) return "unknown";
      if (definition.kind === "enum") return "string";
      used.set(type.name, definition);
      return lastName(type.name);
    }
    case "sobject":
      return "Readonly<Record<string, unknown>>";
    case "platform":
    case "object":
      return "unknown";
  }
}

function lastName(qualified: string): string {
  return qualified.split(".").at(-1) ?? qualified;
}
