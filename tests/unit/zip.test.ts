/**
 * The installable zip: what is in it, what is not, and that it is always the same.
 */
import { unzipSync } from 'fflate';
import { SLUG } from '../support/worlds/paths';
import { pluginFiles } from '../support/zip/contents';
import { MAX_BYTES, zipOf } from '../support/zip/write';

const files = pluginFiles();
const names = [ ...files.keys() ];

test( 'everything lies in one folder, named as the plugin', () => {
	expect(
		names.filter( ( name ) => ! name.startsWith( `${ SLUG }/` ) )
	).toEqual( [] );
} );

test.each( [
	`${ SLUG }/${ SLUG }.php`,
	`${ SLUG }/uninstall.php`,
	`${ SLUG }/readme.txt`,
	`${ SLUG }/LICENSE`,
	`${ SLUG }/contract/settings.json`,
	`${ SLUG }/src/Plugin.php`,
] )( 'it holds %s', ( name ) => {
	expect( names ).toContain( name );
} );

test( 'nothing of the workshop is in it', () => {
	expect(
		names.filter( ( name ) =>
			/node_modules|vendor|tests|\.tsx?$|\.map$|phpstan|\/\./.test( name )
		)
	).toEqual( [] );
} );

test( 'the same files give the same bytes, whenever and wherever', () => {
	const first = zipOf( files );
	const zone = process.env[ 'TZ' ];
	process.env[ 'TZ' ] = 'Pacific/Auckland';
	const second = zipOf( new Map( files ) );
	process.env[ 'TZ' ] = zone;
	expect( Buffer.compare( first, second ) ).toBe( 0 );
} );

test( 'it is small, and holds what went in', () => {
	const zip = zipOf( files );
	expect( zip.length ).toBeLessThan( MAX_BYTES );
	expect( Object.keys( unzipSync( zip ) ) ).toEqual( names );
} );

test( 'every PHP file refuses to run outside WordPress', () => {
	const open = [ ...files ].filter(
		( [ name, bytes ] ) =>
			name.endsWith( '.php' ) &&
			! /\.asset\.php$/.test( name ) &&
			! /defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit/.test(
				Buffer.from( bytes ).toString()
			)
	);
	expect( open.map( ( [ name ] ) => name ) ).toEqual( [] );
} );
