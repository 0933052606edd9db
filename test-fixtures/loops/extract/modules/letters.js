export const VOWELS = "aeiou";

export function isVowel(letter) {
  return VOWELS.includes(letter);
}
