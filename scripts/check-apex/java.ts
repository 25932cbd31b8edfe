import { spawn } from "node:child_process";
import path from "node:path";

const OLDEST_JAVA = 11;

export interface JavaRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One sentence for a person, or undefined when there is a JDK that will do. */
export async function missingJava(): Promise<string | undefined> {
  const needed = `Checking Apex needs a JDK, Java ${OLDEST_JAVA} or later`;
  const run = await java("java", ["-version"]).catch(() => undefined);
  if (run?.exitCode !== 0) return `${needed}, and no Java was found in JAVA_HOME or on the PATH.`;
  // 1.8 is how Java 8 calls itself; since 9 the major version comes first.
  const version = /version "(?:1\.)?(\d+)/.exec(run.stderr)?.[1];
  if (version === undefined)
    return `${needed}, and the version of the one found cannot be read: ${run.stderr.trim()}`;
  if (Number(version) < OLDEST_JAVA) return `${needed}, and the one found is Java ${version}.`;
  const compiler = await java("javac", ["-version"]).catch(() => undefined);
  return compiler?.exitCode === 0
    ? undefined
    : `${needed}, and the one found has no javac: install its JDK (Debian: openjdk-17-jdk-headless).`;
}

/**
 * For a Java machine that ends before its optimizer has earned back what it takes: the three that check Apex have done with a project of 650
 * files in half of the processor's time without it. With so short a life one thread collects what is gone at less cost than several.
 */
export const SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"] as const;

export async function java(
  program: "java" | "javac",
  arguments_: readonly string[],
): Promise<JavaRun> {
  const home = process.env["JAVA_HOME"];
  const command = home === undefined || home === "" ? program : path.join(home, "bin", program);
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}
