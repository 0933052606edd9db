export interface Loader {
  load(): string;
}
