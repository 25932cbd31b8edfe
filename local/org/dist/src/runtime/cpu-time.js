/** The CPU time of the running transaction. */
import { threadCpuMs } from "./thread-cpu.js";
import { hasTransaction, transaction } from "./transaction.js";
/** Records what the transaction has used; throws System.LimitException over the limit. */
export function checkCpuTime() {
    if (!hasTransaction())
        return;
    const running = transaction();
    const used = Math.round(threadCpuMs() - running.cpuStartMs);
    running.limits.record("cpuTime", 0);
    running.limits.spend("cpuTime", used);
}
