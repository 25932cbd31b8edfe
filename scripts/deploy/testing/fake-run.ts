import type { CommandOptions, RunCommand } from "../run-command.ts";

/** One invocation of a program. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string;
  readonly cwd: string | undefined;
}

/** What a program answers to arguments that, joined by blanks, contain `when`; the first rule that fits counts. */
export interface Rule {
  readonly when: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  /** Looks at the call while the program runs. */
  readonly seen?: (call: Call) => void;
}

export interface FakeRun {
  readonly run: RunCommand;
  readonly calls: readonly Call[];
  /** The calls as a person would type them. */
  lines(): string[];
}

/** Programs that answer by rules; what no rule fits throws, so that no command goes unnoticed. */
export function fakeRun(rules: Readonly<Record<string, readonly Rule[]>>): FakeRun {
  const calls: Call[] = [];
  return {
    calls,
    lines: () => calls.map(({ program, args }) => [program, ...args].join(" ")),
    run: async (program, args, options: CommandOptions = {}) => {
      const call = { program, args, input: options.input ?? "", cwd: options.cwd };
      calls.push(call);
      const said = args.join(" ");
      const rule = rules[program]?.find(({ when }) => said.includes(when));
      if (rule === undefined) throw new Error(`unexpected: ${program} ${said}`);
      rule.seen?.(call);
      const { exitCode = 0, stdout = "", stderr = "" } = rule;
      return { exitCode, stdout, stderr };
    },
  };
}
