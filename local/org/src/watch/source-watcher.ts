/** Tells when files of a project change, a moment after the last of several changes: a save is often more than one. */
import { watch, type FSWatcher } from "node:fs";
import path from "node:path";
import { projectFolders } from "../schema/project.ts";

export interface SourceWatcher {
  close(): void;
}

/** Longer than the steps of an editor's save are apart, and too short to notice. */
const QUIET_MS = 40;

/**
 * @param paths projects, or folders or files of source
 * @param onChange absolute paths of what changed, came or went; of several changes at once together
 * @throws ProjectPathError when a path cannot be loaded at all
 */
export function watchSources(
  paths: readonly string[],
  onChange: (files: ReadonlySet<string>) => void,
): SourceWatcher {
  const watched = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = (): void => {
    for (const folder of projectFolders(paths)) {
      if (watched.has(folder)) continue;
      const watcher = watch(folder, (_event, name) => {
        if (name !== null && !isTemporary(name)) hear(path.join(folder, name));
      });
      watcher.on("error", () => forget(folder));
      watched.set(folder, watcher);
    }
  };
  const forget = (folder: string): void => {
    watched.get(folder)?.close();
    watched.delete(folder);
  };
  const hear = (file: string): void => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  };
  const tell = (): void => {
    const told = changed;
    changed = new Set();
    try {
      // Folders that came with the change are watched from now on.
      follow();
    } catch {
      // The project cannot be read just now: who hears of the change will say so.
    }
    onChange(told);
  };

  follow();
  return {
    close() {
      clearTimeout(timer);
      for (const folder of [...watched.keys()]) forget(folder);
    },
  };
}

/** What editors write beside a file while they save it. */
function isTemporary(name: string): boolean {
  return (
    name.startsWith(".") ||
    name.endsWith("~") ||
    /\.(?:sw[a-z]|tmp)$/u.test(name) ||
    name === "4913"
  );
}
