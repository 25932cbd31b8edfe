/** What a unit's code receives as `$`: makers of its constants, and the place where its classes are defined. */
import type { EmittedUnit } from "./unit.ts";
import type { Schema } from "../schema/schema.ts";
import { ApexDecimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import type { ApexEnum } from "./enum.ts";
import { platformEnum } from "./enums.ts";
import { GapReached } from "./gap-reached.ts";
import type { Sharing } from "./host.ts";
import type { ApexList } from "./list.ts";
import { operations } from "./operations.ts";
import * as members from "./platform-members.ts";
import type { EmittedConstructor } from "./project-classes.ts";
import { SObjectValue } from "./sobject.ts";
import * as tokens from "./tokens.ts";
import { transaction } from "./transaction.ts";
import type { RuntimeType } from "./type.ts";
import type { Behaviour } from "./behaviour.ts";
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";

/** What the engine does for a unit while it loads. */
export interface UnitLoader {
  readonly schema: Schema;
  /** The emitted class (or an enum's holder) of a qualified name, loading its unit first. */
  reference(qualifiedName: string): object;
  define(unit: EmittedUnit, index: number, make: (base: EmittedConstructor) => object): void;
}

export class UnitRuntime {
  readonly #unit: EmittedUnit;
  readonly #loader: UnitLoader;
  readonly lines: Uint8Array;
  readonly operations = operations;
  readonly method = members.method;
  readonly superMethod = members.superMethod;
  readonly staticMethod = members.staticMethod;
  readonly constructor_ = members.constructorOf;

  constructor(unit: EmittedUnit, lines: Uint8Array, loader: UnitLoader) {
    this.#unit = unit;
    this.lines = lines;
    this.#loader = loader;
  }

  /** References to other classes: each resolves when first touched, then is an ordinary property. */
  classes(names: readonly string[]): object {
    const references = {};
    for (const name of names) {
      Object.defineProperty(references, name, {
        configurable: true,
        enumerable: true,
        get: () => {
          const value = this.#loader.reference(name);
          Object.defineProperty(references, name, { value, enumerable: true });
          return value;
        },
      });
    }
    return references;
  }

  define(index: number, make: (base: EmittedConstructor) => object): void {
    this.#loader.define(this.#unit, index, make);
  }

  type(index: number): RuntimeType {
    return present(this.#unit.data.types[index]);
  }

  decimal(text: string): ApexDecimal {
    return ApexDecimal.parse(text);
  }

  double(value: number): ApexDouble {
    return new ApexDouble(value);
  }

  /** What runs into it fails. */
  gap(message: string): () => never {
    return () => {
      throw new GapReached(message);
    };
  }

  getter(owner: string, name: string): Behaviour {
    return members.property(owner, "getters", name);
  }

  setter(owner: string, name: string): Behaviour {
    return members.property(owner, "setters", name);
  }

  staticGetter(owner: string, name: string): Behaviour {
    return members.property(owner, "staticGetters", name);
  }

  staticSetter(owner: string, name: string): Behaviour {
    return members.property(owner, "staticSetters", name);
  }

  platformEnumConstant(owner: string, name: string): ApexEnum {
    return present(platformEnum(owner).find(name));
  }

  record(object: string): () => SObjectValue {
    const describe = this.#describe(object);
    return () => new SObjectValue(describe);
  }

  query(index: number, sharing: Sharing): (binds: readonly unknown[]) => ApexList<SObjectValue> {
    const query = present(this.#unit.data.queries[index]);
    const options = { access: null, sharing } as const;
    return (binds) => transaction().host.data.query(query, binds, options);
  }

  countQuery(index: number, sharing: Sharing): (binds: readonly unknown[]) => number {
    const query = present(this.#unit.data.queries[index]);
    const options = { access: null, sharing } as const;
    return (binds) => transaction().host.data.count(query, binds, options);
  }

  search(index: number, sharing: Sharing): (binds: readonly unknown[]) => unknown {
    const query = present(this.#unit.data.searches[index]);
    const options = { access: null, sharing } as const;
    return (binds) => transaction().host.data.search(query, binds, options);
  }

  objectToken(object: string): tokens.ObjectToken {
    return new tokens.ObjectToken(this.#describe(object));
  }

  fieldToken(object: string, field: string): tokens.FieldToken {
    return new tokens.FieldToken(this.#field(object, field));
  }

  objectDescribe(object: string): tokens.ObjectDescribeResult {
    return new tokens.ObjectDescribeResult(this.#describe(object));
  }

  fieldDescribe(object: string, field: string): tokens.FieldDescribeResult {
    return new tokens.FieldDescribeResult(this.#field(object, field));
  }

  fieldSet(object: string, name: string): tokens.FieldSetValue {
    const describe = this.#describe(object);
    return new tokens.FieldSetValue(describe, present(describe.fieldSets.get(name.toLowerCase())));
  }

  #describe(object: string): SObjectDescribe {
    return present(this.#loader.schema.object(object));
  }

  #field(object: string, field: string): FieldDescribe {
    return present(this.#describe(object).fields.get(field));
  }
}

/** The binder only lets through what exists. */
function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("A unit refers to a constant that is not there");
  return value;
}
