export interface Storage {
  read(path: string): string;
  remove(path: string): void;
  size(path: string): number;
}
