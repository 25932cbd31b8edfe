/** The CPU time of the running transaction. */
import { threadCpuMs } from "./thread-cpu.ts";
import { hasTransaction, transaction } from "./transaction.ts";

/** Records what the transaction has used; throws System.LimitException over the limit. */
export function checkCpuTime(): void {
  if (!hasTransaction()) return;
  const running = transaction();
  const used = Math.round(threadCpuMs() - running.cpuStartMs);
  running.limits.record("cpuTime", 0);
  running.limits.spend("cpuTime", used);
}
