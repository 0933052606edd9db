// Regular expressions that repeat a repetition, on texts that others send.
const WORDS = /^(\w+\s?)*$/;
const SAFE = /^(?:[a-z]+-)*[a-z]+$/;

export async function handler(request, text) {
  if (/^(a+)+$/.test(text)) return 'a';
  //  ^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  if (WORDS.test(request.body)) return 'words';
  //  ^^^^^^^^^^ heavy-loop heavy-loop information
  text.match(/^([a-z]+)*!$/);
//<  ^^^^^^^^^^ heavy-loop heavy-loop information
  text.replace(/(\d+|\w+)*;/, '');
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop information
  request.path.split(/(?:x*)*y/);
//<  ^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  WORDS.exec(text);
//<  ^^^^^^^^^^ heavy-loop heavy-loop information
  new RegExp('^(a+b?)+$').test(text);
  //                      ^^^^ heavy-loop heavy-loop information
  text.search(/("[^"]*"|[^,]*)*,/);
//<  ^^^^^^^^^^^ heavy-loop heavy-loop information
  if (SAFE.test(text)) return 'safe';
  if (/^(a+)+$/.test('aaaa')) return 'known';
  if (/^\w+@\w+\.\w+$/.test(text)) return 'mail';
  if (/(\d{1,3},)*\d{3}/.test(text)) return 'number';
  text.replace(/\s+$/, '');
  text.match(/^(?:\/[^/]+)+$/);
  request.test(text);
  return undefined;
}

export function synchronous(text) {
  return WORDS.test(text);
}
