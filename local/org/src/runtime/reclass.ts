/** Objects that outlive the code they were made by: what waits to be run is of the classes of now, as what the platform stores is. */
import { ApexEnum } from "./enum.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexObject } from "./object.ts";
import type { ProjectClasses } from "./project-classes.ts";
import { ApexSet } from "./set.ts";

/** Everything reachable from the object. A field that is new is null, as one that a stored object does not have; of a class that is gone the object stays. */
export function reclass(root: ApexObject, classes: ProjectClasses): void {
  const seen = new Set<unknown>([root]);
  // A set's iteration comes to what is added on the way.
  for (const value of seen) {
    if (value instanceof ApexObject) {
      giveClass(value, classes);
      for (const [key, held] of Object.entries(value)) {
        if (held instanceof ApexEnum) Reflect.set(value, key, constantOf(held, classes));
        else seen.add(held);
      }
    } else if (value instanceof ApexList || value instanceof ApexSet) {
      for (const held of value instanceof ApexList ? value.items : value.values) seen.add(held);
    } else if (value instanceof ApexMap) {
      for (const [key, held] of value.entries()) seen.add(key).add(held);
    }
  }
}

function giveClass(object: ApexObject, classes: ProjectClasses): void {
  if (object.$class.isPlatform) return;
  const now = classes.find(object.$class.name)?.constructor_ ?? null;
  if (now === null || Object.getPrototypeOf(object) === now.prototype) return;
  const bare = Object.entries(new now());
  Object.setPrototypeOf(object, now.prototype as object);
  for (const [key, empty] of bare) if (!Object.hasOwn(object, key)) Reflect.set(object, key, empty);
}

function constantOf(constant: ApexEnum, classes: ProjectClasses): ApexEnum {
  if (constant.type.kind !== "class") return constant;
  return classes.find(constant.type.name)?.constants?.find(constant.name) ?? constant;
}
