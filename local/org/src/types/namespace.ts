/**
 * Classes of managed packages are called `ns__Name` inside this compiler: no class of a project can be, for Apex takes no two underscores
 * in a row in a name.
 */

/** In lower case; null of a class of the project. */
export function namespaceOf(className: string): string | null {
  const at = className.indexOf("__");
  return at < 0 ? null : className.slice(0, at).toLowerCase();
}

/** `ns.Name`, as people write it. */
export function writtenName(className: string): string {
  return className.replace("__", ".");
}

/** What `ns.Name` is called. */
export function nameInNamespace(namespace: string, name: string): string {
  return `${namespace}__${name}`;
}
