/** What a project says of its looks, as it stands in its files now: who saves a layout sees it at the next look. */
import { watchSources } from "../../org/src/watch/source-watcher.ts";
import { readProjectUi } from "./project.ts";
import type { ProjectUi } from "./types.ts";

export interface LiveProject {
  /** As it was read last, where the files cannot be read just now. */
  now(): ProjectUi;
  stop(): void;
}

/** What Apex says has no looks. */
const OF_APEX = /\.(?:cls|trigger)(?:-meta\.xml)?$/;

/** @throws ProjectPathError when the folder cannot be read at all */
export function liveProject(folder: string): LiveProject {
  let read = readProjectUi(folder);
  let isStale = false;
  const watcher = watchSources([folder], (files) => {
    isStale ||= [...files].some((file) => !OF_APEX.test(file));
  });
  return {
    now() {
      if (isStale) {
        isStale = false;
        try {
          read = readProjectUi(folder);
        } catch {
          // In the midst of a change; the next one is heard again.
        }
      }
      return read;
    },
    stop: () => watcher.close(),
  };
}
