import { expect, test } from "vitest";
import { ProcessTree, processState, type ProcessState } from "./process-tree.ts";

const ROOT: ProcessState = { pid: 10, parent: 1, started: 100, cpuSeconds: 1 };
const CHILD: ProcessState = { pid: 11, parent: 10, started: 110, cpuSeconds: 2 };
const GRANDCHILD: ProcessState = { pid: 9, parent: 11, started: 120, cpuSeconds: 4 };
const STRANGER: ProcessState = { pid: 7, parent: 1, started: 50, cpuSeconds: 100 };

test("children's children count, whichever number they have, and strangers do not", () => {
  const tree = new ProcessTree(ROOT.pid);

  tree.update([STRANGER, GRANDCHILD, CHILD, ROOT]);

  expect(tree.cpuSeconds).toBe(7);
});

test("a process whose parent is gone goes on to count, and so does what the parent had", () => {
  const tree = new ProcessTree(ROOT.pid);
  tree.update([ROOT, CHILD, GRANDCHILD]);

  tree.update([ROOT, { ...GRANDCHILD, parent: 1, cpuSeconds: 5 }]);
  expect(tree.cpuSeconds).toBe(8);
  tree.update([]);
  expect(tree.cpuSeconds).toBe(8);
});

test("another process with the number of one that is gone does not count", () => {
  const tree = new ProcessTree(ROOT.pid);
  tree.update([ROOT, CHILD]);

  tree.update([ROOT, { pid: CHILD.pid, parent: 1, started: 900, cpuSeconds: 50 }]);

  expect(tree.cpuSeconds).toBe(3);
});

test("a line of the system is read, with brackets in the name", () => {
  const stat = `42 (a) b) S 7 42 42 0 -1 4194304 1 0 0 0 150 50 900 900 20 0 1 0 12345 0 0\n`;

  expect(processState(stat)).toEqual({ pid: 42, parent: 7, started: 12345, cpuSeconds: 2 });
});
