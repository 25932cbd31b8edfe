/** One constant of an enum, of the project or of the platform. Constants are unique: compared by identity. */
import type { RuntimeType } from "./type.ts";

export class ApexEnum {
  readonly type: RuntimeType;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: RuntimeType, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

export interface EnumConstants {
  readonly type: RuntimeType;
  readonly constants: readonly ApexEnum[];
  /** By lower-cased name. */
  find(name: string): ApexEnum | undefined;
}

export function enumConstants(type: RuntimeType, names: readonly string[]): EnumConstants {
  const constants = names.map((name, ordinal) => new ApexEnum(type, name, ordinal));
  const byName = new Map(constants.map((constant) => [constant.name.toLowerCase(), constant]));
  return { type, constants, find: (name) => byName.get(name.toLowerCase()) };
}
