export interface Storage {
  read(path: string): string;
  later(path: string): Promise<string>;
  close: () => void;
}

export interface Unused {
  read(path: string): string;
}
