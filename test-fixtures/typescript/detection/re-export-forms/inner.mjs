import * as pair from './const.mjs';
export { pair };
