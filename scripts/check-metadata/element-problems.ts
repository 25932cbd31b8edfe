/** Whether a file has the elements its type has: names, places, repetition, texts. */
import type { ElementType, MetadataTypes } from "./metadata-types.ts";
import type { Problem } from "./problem.ts";
import type { XmlElement } from "./xml-element.ts";

/** Source format wraps what a file holds in an element of the type's name. */
export function rootProblems(root: XmlElement, types: MetadataTypes): Problem[] {
  if (types.elements(root.name) === undefined)
    return [{ line: root.line, message: `${root.name} is no type of the Metadata API` }];
  return elementProblems(root, root.name, types);
}

function elementProblems(element: XmlElement, type: string, types: MetadataTypes): Problem[] {
  const declared = types.elements(type);
  if (declared === undefined) return textProblems(element, type, types);
  return [
    ...element.children.flatMap((child, index) =>
      childProblems(child, element.children.slice(0, index), type, declared, types),
    ),
    ...[...declared]
      .filter(
        ([name, { isRequired }]) => isRequired && !element.children.some((c) => c.name === name),
      )
      .map(([name]) => ({ line: element.line, message: `${type} needs ${name}` })),
  ];
}

function childProblems(
  child: XmlElement,
  before: readonly XmlElement[],
  type: string,
  declared: ReadonlyMap<string, ElementType>,
  types: MetadataTypes,
): Problem[] {
  const element = declared.get(child.name);
  if (element === undefined)
    return [{ line: child.line, message: `${child.name} is no element of ${type}` }];
  const problems: Problem[] = [];
  const earlier = before.filter(({ name }) => name === child.name);
  if (earlier.length > 0 && !element.isList)
    problems.push({ line: child.line, message: `${child.name} stands twice in ${type}` });
  // "Element X is duplicated at this location in type Y": what repeats must stand together.
  else if (earlier.length > 0 && before.at(-1)?.name !== child.name)
    problems.push({
      line: child.line,
      message: `${child.name} is apart from the other ${child.name} of ${type}; they must stand together`,
    });
  // A value of any type names its own: <value xsi:type="xsd:string">.
  if (child.attributes["xsi:type"] !== undefined) return problems;
  return [...problems, ...elementProblems(child, element.type, types)];
}

function textProblems(element: XmlElement, type: string, types: MetadataTypes): Problem[] {
  const { text, line, name } = element;
  if (element.children.length > 0)
    // Declared as a text, but written as elements whose kind the target decides.
    return type === "any" || name === "targetConfigs"
      ? []
      : [{ line, message: `${name} has no elements, it is ${type}` }];
  const values = types.values(type);
  if (values !== undefined && !values.has(text))
    return [{ line, message: `${name} cannot be "${text}" (${type}: ${listed(values)})` }];
  if (type === "boolean" && text !== "true" && text !== "false")
    return [{ line, message: `${name} is true or false, not "${text}"` }];
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(text))
    return [{ line, message: `${name} is a number, not "${text}"` }];
  return [];
}

function listed(values: ReadonlySet<string>): string {
  const some = [...values].slice(0, 8).join(", ");
  return values.size > 8 ? `${some}, …` : some;
}
