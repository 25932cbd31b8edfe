declare module "dynalite" {
  import type { Server } from "node:http";

  /** @see https://github.com/architect/dynalite#api */
  export default function dynalite(options: {
    /** The LevelDB folder; in memory when absent. */
    readonly path?: string;
    /** How long a new table stays CREATING. */
    readonly createTableMs?: number;
  }): Server;
}
