import { z } from "zod";
import type { Settings } from "../store/settings.ts";

const PAUSED = "deliveries_paused";

/** Whether deliveries wait until somebody resumes them. */
export function isPaused(settings: Settings): boolean {
  return settings.read(PAUSED, z.boolean()) ?? false;
}

export function setPaused(settings: Settings, paused: boolean): void {
  settings.write(PAUSED, paused);
}
