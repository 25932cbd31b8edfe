export interface Problem {
  readonly line: number;
  readonly message: string;
}
