import { shardNames } from "../shard-name.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";

/** Visits every shard: one whose alarm was lost gets it back, and the log says how much of the ledger is open. */
export async function inspectLedger(env: Env): Promise<void> {
  const names = shardNames(configurationOf(env).shards);
  await Promise.all(
    names.map(async (shard) => {
      try {
        const open = await env.ADMISSION.getByName(shard).inspect();
        log("ledger.open", { shard, ...open });
      } catch (error) {
        log("ledger.unreachable", { shard, detail: reasonOf(error) });
      }
    }),
  );
}
