/**
 * The installable zip: what is in it, what is not, and that it is always the same.
 */
import { gzipSync } from 'node:zlib';
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

/** What WordPress loads with the admin screen; parts that are fetched later, and product.js, are not of it. */
const FIRST_LOAD = [ 'index.js', 'style-index.css' ];

test( 'the admin screen loads at most 60 kB first, gzipped', () => {
	const bytes = FIRST_LOAD.map(
		( name ) =>
			gzipSync( files.get( `${ SLUG }/build/${ name }` ) ?? '' ).length
	);
	expect( Math.min( ...bytes ) ).toBeGreaterThan( 1000 );
	expect( bytes.reduce( ( sum, one ) => sum + one, 0 ) ).toBeLessThanOrEqual(
		60_000
	);
	// Nothing else is put into the page by us.
	expect( enqueued() ).toEqual( [ 'index', 'style-index' ] );
} );

/** The names that PHP gives to the page of the screen. */
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
