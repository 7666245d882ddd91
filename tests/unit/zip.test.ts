/**
 * The contents of the installable zip.
 */
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { SLUG } from '../support/worlds/paths';
import { pluginFiles } from '../support/zip/contents';
import { MAX_BYTES, zipOf } from '../support/zip/write';

const files = pluginFiles();
const names = [ ...files.keys() ];

test( 'all files are in one folder with the plugin’s name', () => {
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

test( 'of the contract it has what PHP reads', () => {
	expect(
		names.filter( ( name ) => name.startsWith( `${ SLUG }/contract/` ) )
	).toEqual( [
		`${ SLUG }/contract/arguments.json`,
		`${ SLUG }/contract/settings.json`,
	] );
} );

test( 'the zip has no tests, sources or tools', () => {
	expect(
		names.filter( ( name ) =>
			/node_modules|vendor|tests|\.tsx?$|\.map$|phpstan|\/\./.test( name )
		)
	).toEqual( [] );
} );

test( 'the same files give the same bytes at any time and in any time zone', () => {
	const first = zipOf( files );
	const zone = process.env[ 'TZ' ];
	process.env[ 'TZ' ] = 'Pacific/Auckland';
	const second = zipOf( new Map( files ) );
	process.env[ 'TZ' ] = zone;
	expect( Buffer.compare( first, second ) ).toBe( 0 );
} );

test( 'the zip is small and contains all files', () => {
	const zip = zipOf( files );
	expect( zip.length ).toBeLessThan( MAX_BYTES );
	expect( Object.keys( unzipSync( zip ) ) ).toEqual( names );
} );

/** Files that WordPress loads with the admin screen. Lazy chunks and product.js are not among them. */
const FIRST_LOAD = [ 'index.js', 'index.css' ];

test( 'the admin screen loads at most 60 kB first, gzipped', () => {
	const bytes = FIRST_LOAD.map(
		( name ) =>
			gzipSync( files.get( `${ SLUG }/build/${ name }` ) ?? '' ).length
	);
	expect( Math.min( ...bytes ) ).toBeGreaterThan( 1000 );
	expect( bytes.reduce( ( sum, one ) => sum + one, 0 ) ).toBeLessThanOrEqual(
		60_000
	);
	// The plugin adds no other script or style to the page.
	expect( enqueued() ).toEqual( [ 'index' ] );
} );

/** Names of the built scripts, each with its style, that PHP enqueues for the admin screen. */
function enqueued(): string[] {
	const page = new TextDecoder().decode(
		files.get( `${ SLUG }/src/Admin/Screen/AdminPage.php` )
	);
	return [ ...page.matchAll( /new BuiltScript\(([^)]*)\)/g ) ].flatMap(
		( [ , given = '' ] ) =>
			[ ...given.matchAll( /'([^']+)'/g ) ].map(
				( [ , name = '' ] ) => name
			)
	);
}

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
