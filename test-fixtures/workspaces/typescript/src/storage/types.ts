export interface Entry {
  readonly name: string;
  readonly amount: number;
}
