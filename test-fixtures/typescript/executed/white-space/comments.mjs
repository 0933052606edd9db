import /* the disk */ fs /* of Node.js */ from 'node:fs'; // kept

export const read = async (/* where */ path) => {
  // before
  const size = /* inside */ fs /* the module */ . /* a member */ statSync /* a call */ (/* the path */ path /* it was */) /* after */.size; // behind
  return fs
    // a comment in a chain
    .readFileSync(path, 'utf8')
    .split('')
    .reverse()
    .join('').length + /* sum */ size;
};
