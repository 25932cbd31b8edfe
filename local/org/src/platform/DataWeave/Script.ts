/** DataWeave.Script and its result. Source: Apex Reference, "DataWeave Namespace". */
import { platformType } from "../../runtime/behaviour.ts";
import type { ApexMap } from "../../runtime/map.ts";
import { executed, scriptNamed } from "../dataweave-scripts/run.ts";
import { lacking } from "../dataweave-scripts/failure.ts";
import { required } from "../required.ts";

export class ScriptValue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toString(): string {
    return this.name;
  }
}

class ScriptResultValue {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

export const scriptBehaviour = platformType({
  type: "DataWeave.Script",
  implementation: ScriptValue,
  statics: {
    "createScript(String)": (name: string | null) => {
      const wanted = required(name);
      return new ScriptValue(scriptNamed(wanted) ?? lacking(`the script ${wanted}`));
    },
  },
  methods: {
    execute: (script: ScriptValue, inputs: ApexMap<string> | null) =>
      new ScriptResultValue(executed(script.name, new Map(required(inputs).entries()))),
    toString: (script: ScriptValue) => script.toString(),
  },
});

export const scriptResultBehaviour = platformType({
  type: "DataWeave.Result",
  implementation: ScriptResultValue,
  methods: {
    getValue: ({ value }: ScriptResultValue) => value,
    getValueAsString: ({ value }: ScriptResultValue) =>
      typeof value === "string" ? value : lacking("a text of what is no text"),
  },
});
