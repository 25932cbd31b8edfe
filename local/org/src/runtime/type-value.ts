/** System.Type: a type as a value. */
import { writtenName } from "../types/namespace.ts";
import { typeName, type RuntimeType } from "./type.ts";

export class TypeValue {
  readonly type: RuntimeType;

  constructor(type: RuntimeType) {
    this.type = type;
  }

  get name(): string {
    return this.type.kind === "class" ? writtenName(this.type.name) : typeName(this.type);
  }

  get $identity(): string {
    return `Type ${this.name.toLowerCase()}`;
  }

  toString(): string {
    return this.name;
  }
}
