/** `…/reports/Finance/Close/Aging.report-meta.xml` → `Close`: the innermost folder below the type's own. */
export function folderOf(file: string, typeFolder: "reports" | "dashboards"): string {
  const parts = file.split(/[\\/]/u).slice(0, -1);
  const at = parts.lastIndexOf(typeFolder);
  return parts.slice(at + 1).at(-1) ?? "unfiled$public";
}
