export interface Weighted {
  weight: number;
}
