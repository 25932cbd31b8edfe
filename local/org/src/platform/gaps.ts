/** What the platform declares and this org cannot run, named as a compile error names it. */
import { hasBehaviour } from "./registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { PlatformType, TypeRef } from "../signatures/catalog-types.ts";

/** `System.Http.send(System.HttpRequest)`, one a line, by namespace and type. */
export function platformGaps(): readonly string[] {
  return platformCatalog().types().flatMap(gapsOf);
}

function gapsOf(type: PlatformType): readonly string[] {
  // What every enum has (values, name, ordinal …) the compiler itself provides.
  if (type.kind === "enum") return [];
  const members = [
    ...type.constructors.map(({ parameters }) => ({
      member: `new(${typesOf(parameters)})`,
      isStatic: false,
    })),
    ...type.methods.map(({ name, parameters, isStatic }) => ({
      member: `${name}(${typesOf(parameters)})`,
      isStatic,
    })),
    ...type.fields.map(({ name, isStatic }) => ({ member: name, isStatic })),
  ];
  return members
    .filter(({ member, isStatic }) => !hasBehaviour(type.name, member, isStatic))
    .map(({ member }) => `${type.name}.${member}`);
}

function typesOf(parameters: readonly { readonly type: TypeRef }[]): string {
  return parameters.map(({ type }) => written(type)).join(",");
}

function written({ name, args }: TypeRef): string {
  return args.length === 0 ? name : `${name}<${args.map(written).join(",")}>`;
}
