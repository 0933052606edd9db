export interface Suite {
  results: string[];
  jobs: { map(store: string, callback: () => void): void; find(callback: () => void): void };
}
