import {
	readFileSync,
	statSync,
} from 'node:fs';

export const read = async (path) => {
	const text = readFileSync(
		path,
		// read as text
		'utf8', /* not as bytes */
	);
	return text . length + statSync ( path ) . size;
};
