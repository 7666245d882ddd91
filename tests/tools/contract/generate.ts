import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { contractFiles } from './json-schema';

/**
 * Writes plugin/contract from the zod schemas of src-admin/contract. With `--check` it writes nothing,
 * and fails when a committed file is not what it would write.
 */
const folder = new URL( '../../../plugin/contract/', import.meta.url );
const wanted = contractFiles();
const present = readdirSync( folder );

const wrong = [ ...wanted ]
	.filter(
		( [ name, text ] ) =>
			! present.includes( name ) ||
			readFileSync( new URL( name, folder ), 'utf8' ) !== text
	)
	.map( ( [ name ] ) => name );
const stray = present.filter(
	( name ) => name.endsWith( '.json' ) && ! wanted.has( name )
);

if ( process.argv.includes( '--check' ) ) {
	const names = [ ...wrong, ...stray ].join( ', ' );
	if ( names ) {
		process.stderr.write(
			`plugin/contract is not what src-admin/contract describes (${ names }). Run "npm run contract" and commit the result.\n`
		);
		process.exitCode = 1;
	}
} else {
	for ( const [ name, text ] of wanted ) {
		writeFileSync( new URL( name, folder ), text );
	}
	stray.forEach( ( name ) => rmSync( new URL( name, folder ) ) );
	process.stdout.write(
		`plugin/contract: ${ wanted.size } files, ${ wrong.length } changed.\n`
	);
}
